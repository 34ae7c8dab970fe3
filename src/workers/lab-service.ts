import { transfer } from 'comlink';
import { outcomeOf } from '../domain/outcome.ts';
import type { Outcome } from '../domain/outcome.ts';
import { Lab } from '../engine/lab/lab.ts';
import type { LabOptions } from '../engine/lab/lab.ts';
import { cryptographicNoise } from '../engine/privacy/noise-source.ts';
import type { LabApi } from '../protocol/lab-api.ts';
import { constellationSink } from './constellation-sink.ts';

/** The lab as the page sees it: every answer is an outcome; maps and files are given away. */
export function createLabService(options: Omit<LabOptions, 'noise'>): LabApi {
  const noise = cryptographicNoise((words) => crypto.getRandomValues(words));
  const lab = new Lab({ ...options, noise });
  const done = (work: () => void | Promise<void>): Promise<Outcome<null>> =>
    outcomeOf(async () => {
      await work();
      return null;
    });
  return {
    labFacts: (catalogue) => outcomeOf(() => lab.facts(catalogue)),
    labRuns: (catalogue) => outcomeOf(() => lab.runs(catalogue)),
    labStart: (request, now, onProgress) => outcomeOf(() => lab.start(request, now, onProgress)),
    labCancel: () => done(() => lab.cancel()),
    labRemove: (catalogue, run, now) => done(() => lab.remove(catalogue, run, now)),
    labRestore: (catalogue, run) => outcomeOf(() => lab.restore(catalogue, run)),
    labPurge: (catalogue, before) => done(() => lab.purge(catalogue, before)),
    labCompare: (catalogue, a, b, onProgress) => outcomeOf(() => lab.compare(catalogue, a, b, onProgress)),
    labStopComparing: () => done(() => lab.stopComparing()),
    labLists: (request) => outcomeOf(() => lab.lists(request)),
    labPromotions: (catalogue) => outcomeOf(() => lab.promotions(catalogue)),
    labPromote: (catalogue, run, now) => outcomeOf(() => lab.promote(catalogue, run, now)),
    labRollBack: (catalogue, now) => outcomeOf(() => lab.rollBack(catalogue, now)),
    labMap: async (request) => {
      const outcome = await outcomeOf(() => lab.map(request));
      if (!outcome.ok) return outcome;
      const { items, department, positions } = outcome.value;
      return transfer(outcome, [items.buffer, department.buffer, positions.buffer]);
    },
    labLayOut: (request, port) => done(() => lab.layOut(request, port && constellationSink(port))),
    labExport: async (catalogue, run) => {
      const outcome = await outcomeOf(() => lab.export(catalogue, run));
      return outcome.ok ? transfer(outcome, [outcome.value.buffer]) : outcome;
    },
    labImport: (catalogue, bytes, now) => outcomeOf(() => lab.import(catalogue, bytes, now)),
    labStudies: (catalogue) => outcomeOf(() => lab.studies(catalogue)),
    labStudy: (request, now, onNews) => outcomeOf(() => lab.study(request, now, onNews)),
    labResumeStudy: (catalogue, study, onNews) => outcomeOf(() => lab.resumeStudy(catalogue, study, onNews)),
    labPauseStudy: (paused) => done(() => lab.pauseStudy(paused)),
    labRemoveStudy: (catalogue, study) => done(() => lab.removeStudy(catalogue, study)),
    labAttack: (request, onProgress) => outcomeOf(() => lab.privacy.attack(request, onProgress)),
    labPrivacyCost: (request, onProgress) => outcomeOf(() => lab.privacy.cost(request, onProgress)),
    labPrivateExport: async (request, now, onProgress) => {
      const outcome = await outcomeOf(() => lab.privacy.export(request, now, onProgress));
      if (!outcome.ok) return outcome;
      const { file, counts } = outcome.value;
      return transfer(
        outcome,
        [file?.buffer, counts?.buffer].filter((buffer) => buffer !== undefined),
      );
    },
    labReleases: (catalogue) => outcomeOf(() => lab.privacy.tally(catalogue)),
  };
}
