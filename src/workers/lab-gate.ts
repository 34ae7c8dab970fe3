import type { LabApi } from '../protocol/lab-api.ts';
import { onDemand } from './on-demand.ts';

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

/** The lab before it is there: the first question fetches it. */
export const labGate = (load: () => Promise<LabApi>): LabApi => onDemand(METHODS, load);
