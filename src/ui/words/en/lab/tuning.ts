import type { LabStudy } from '../../../../domain/lab.ts';
import type { SettingSpec } from '../../../../domain/settings.ts';
import type { Search, StudyPlan, StudyProgress, Validation } from '../../../../domain/tuning.ts';
import { counted, f } from '../voice.ts';
import { figure, lf } from './voice.ts';

const named = (name: string, what: string): { readonly name: string; readonly what: string } => ({
  name,
  what,
});

/** Many trainings with other settings each. */
export const tuning = {
  title: 'The next study',
  studies: 'Studies',
  empty: 'No studies yet',
  emptyHint: 'A grid of three values for two settings is nine trials, each trained on several folds.',
  search: 'Search',
  searches: {
    grid: named('Grid', 'Every combination of the values, one after another.'),
    random: named('Random', 'Draws settings between the ends. Finds as much as a grid in fewer tries.'),
    halving: named(
      'Successive halving',
      'Begins many short trainings, keeps the best third of them, and gives those more passes; and again.',
    ),
  } as Readonly<Record<Search['kind'], ReturnType<typeof named>>>,
  vary: 'Settings to vary',
  varyOne: 'Vary at least one setting.',
  valuesOf: (name: string): string => `Values of ${name}`,
  fromOf: (name: string): string => `${name}, from`,
  toOf: (name: string): string => `${name}, to`,
  to: 'to',
  listHint: 'Values with commas between them.',
  /** What each of the values may be. */
  each: (spec: SettingSpec, range: string): string => {
    if (spec.kind === 'choice') return `one of ${spec.values.join(', ')}`;
    return spec.kind === 'boolean' ? 'true or false' : range;
  },
  wrong: (list: boolean, each: string): string =>
    list ? `Each must be ${each}, none twice.` : `Both must be ${each}, the smaller first.`,
  numbers: { trials: 'Trials', folds: 'Folds', minutes: 'Minutes at most', patience: 'Patience' },
  hints: {
    trials: 'How many settings are drawn.',
    folds: 'As many trainings for each trial.',
    minutes: 'Then the best so far stands.',
    patience: 'Ends after so many trials without a better one.',
  },
  without: 'no end',
  validation: 'Each is measured by',
  validations: {
    folds: named('Folds', 'What people took is dealt over folds; each is held back once.'),
    'leave-last-out': named('Last thing held back', 'The last thing that each person took is hidden.'),
  } as Readonly<Record<Validation['kind'], ReturnType<typeof named>>>,
  randomFolds:
    'This log knows when things happened, and folds split it at random: the settings can still be told apart, but the figures are better than in use.',
  metric: 'As large as possible',
  seedHint: 'The same seed finds the same settings.',
  start: 'Start the study',
  count: (trials: number, folds: number): string =>
    `${counted(trials, 'trial', 'trials')}, ${counted(trials * folds, 'training', 'trainings')}`,
  running: (model: string): string => `Tuning ${model}`,
  what: ({ trial, trials, fold, folds }: StudyProgress): string =>
    `Trial ${f.number(trial)} of ${f.number(trials)}${folds > 1 ? `, fold ${f.number(fold)} of ${f.number(folds)}` : ''}`,
  paused: ({ trial, trials }: StudyProgress): string =>
    `Paused in trial ${f.number(trial)} of ${f.number(trials)}`,
  bestSoFar: (metric: string, best: number): string => `Best so far: ${metric} ${figure(best)}`,
  noneYet: 'No trial is finished yet.',
  pause: 'Pause',
  goOn: 'Go on',
  cancel: 'Cancel',
  kept: 'Each fold is stored as it ends: cancelled or reloaded, it goes on from there.',
  name: (model: string, search: string): string => `${model}, ${search}`,
  state: (
    { trialCount, ended, spentMs }: LabStudy,
    finished: number,
    now: 'running' | 'paused' | null,
    ago: string,
  ): string => {
    const far = `${f.number(finished)} of ${counted(trialCount, 'trial', 'trials')} finished, ${lf.duration(spentMs)}, begun ${ago}.`;
    if (now) return now === 'paused' ? `Paused: ${far}` : `At work: ${far}`;
    if (ended === 'complete') return `Complete: ${far}`;
    if (ended === 'patience') return `Ended, since nothing better came for a while: ${far}`;
    return ended === 'budget' ? `Ended, since its time was up: ${far}` : `Interrupted: ${far}`;
  },
  measuredBy: ({ validation }: StudyPlan): string =>
    validation.kind === 'folds'
      ? `Measured on ${counted(validation.folds, 'random fold', 'random folds')}.`
      : 'Measured on the last thing of each person.',
  best: (metric: string, score: number): string => `Best: ${metric} ${figure(score)}`,
  bestSettings: (settings: readonly string[]): string => `with ${settings.join(', ')}.`,
  resumeOf: (name: string): string => `Go on with ${name}`,
  use: 'Use these settings',
  takeOf: (name: string): string => `Use these settings: ${name}`,
  remove: 'Remove',
  removeOf: (name: string): string => `Remove ${name}`,
  trials: 'Trials',
  trialsOf: (finished: number, all: number): string =>
    finished === all
      ? counted(all, 'trial', 'trials')
      : `${f.number(finished)} of ${counted(all, 'trial', 'trials')} finished`,
  trial: 'Trial',
  passes: 'Passes',
  foldsDone: 'Folds',
  ofFolds: (done: number, folds: number): string => `${f.number(done)} of ${f.number(folds)}`,
  isBest: 'best',
  diverged: 'went astray',
};
