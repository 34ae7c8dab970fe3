import { outcomeOf } from '../domain/outcome.ts';
import type { LabApi } from '../protocol/lab-api.ts';

/** All that the lab can be asked; a method that is missing here does not compile. */
const METHODS: Readonly<Record<keyof LabApi, true>> = {
  labFacts: true,
  labRuns: true,
  labStart: true,
  labCancel: true,
  labRemove: true,
  labRestore: true,
  labPurge: true,
  labCompare: true,
  labStopComparing: true,
  labLists: true,
  labPromotions: true,
  labPromote: true,
  labRollBack: true,
  labMap: true,
  labLayOut: true,
  labExport: true,
  labImport: true,
  labStudies: true,
  labStudy: true,
  labResumeStudy: true,
  labPauseStudy: true,
  labRemoveStudy: true,
  labAttack: true,
  labPrivacyCost: true,
  labPrivateExport: true,
  labReleases: true,
};

type Method = (...args: unknown[]) => Promise<unknown>;

/** The lab before it is there: each method fetches it and asks it. Where it cannot be had, the outcome says why. */
export function labGate(load: () => Promise<LabApi>): LabApi {
  const gated = Object.keys(METHODS).map((name): [string, Method] => [
    name,
    async (...args) => {
      const loaded = await outcomeOf(load);
      if (!loaded.ok) return loaded;
      return (loaded.value as unknown as Readonly<Record<string, Method>>)[name]!(...args);
    },
  ]);
  return Object.fromEntries(gated) as unknown as LabApi;
}
