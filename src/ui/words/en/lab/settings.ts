import type { SettingSpec } from '../../../../domain/settings.ts';
import { lf } from './voice.ts';

/** What a setting is called and what it does, by its name; of a nested one, by the last part of it. */
const named: Readonly<Record<string, { readonly name: string; readonly what: string }>> = {
  dim: { name: 'Width', what: 'Traits of each person and thing. More know more, and take longer.' },
  epochs: { name: 'Passes', what: 'How often it goes over the whole log.' },
  regularisation: {
    name: 'Restraint',
    what: 'Keeps the numbers small. More forgets what is rare; less learns chance by heart.',
  },
  regularisationExponent: {
    name: 'Restraint by frequency',
    what: 'At 1, what is frequent is restrained as strongly as it is frequent; at 0, all alike.',
  },
  unobservedWeight: {
    name: 'Weight of what was not taken',
    what: 'How much it counts that somebody did not take a thing, beside that they did.',
  },
  initialStddev: { name: 'Spread at the start', what: 'How far apart the random numbers begin.' },
  cgSteps: { name: 'Steps for each row', what: 'How exactly each row is solved within a pass.' },
  halfLifeDays: {
    name: 'Half-life, days',
    what: 'What is older by so many days counts half. At 0, all counts alike.',
  },
  l2: { name: 'Restraint (λ)', what: 'Keeps the weights small. More is steadier, less is bolder.' },
  k: { name: 'Neighbours', what: 'How many nearest things each thing keeps.' },
  shrink: { name: 'Doubt', what: 'Distrusts what only few people share.' },
  weighting: { name: 'Weights of events', what: 'BM25 lets what everybody has count for less.' },
  sourceDecay: { name: 'Decay of the past', what: 'How fast earlier things matter less.' },
  targetDecay: { name: 'Decay of the future', what: 'How fast later things matter less.' },
  queryDecay: { name: 'Decay when asked', what: 'How fast a visitor’s older events matter less.' },
  window: { name: 'Window', what: 'The latest events that are looked at.' },
  horizon: { name: 'Horizon', what: 'How many steps ahead still count as next.' },
  iterations: { name: 'Iterations', what: 'How often the traits are refined.' },
  popularityDamping: { name: 'Damping of the popular', what: 'Takes weight from what everybody takes.' },
  weight: { name: 'Weight of the second', what: 'Left empty, a test on held-back events finds it.' },
  validationUsers: { name: 'People of the test', what: 'How many people’s held-back events decide.' },
  negatives: { name: 'Things not taken', what: 'Drawn at random for each one that was taken.' },
  learningRate: { name: 'Learning rate', what: 'Length of each step. Too long, and it stumbles.' },
  batchSize: { name: 'Batch', what: 'Examples of each step. Small is exact, large is fast.' },
  hiddenLayers: { name: 'Layers', what: 'Depth of the neural network.' },
  pretrainEpochs: { name: 'Passes ahead', what: 'Both halves are first trained by themselves.' },
  fusedLearningRate: { name: 'Learning rate, together', what: 'Of the steps after the passes ahead.' },
  maxLength: { name: 'Length of the history', what: 'The latest events that are read.' },
  length: { name: 'Length of the history', what: 'The latest events that are read.' },
  blocks: { name: 'Blocks', what: 'Layers of attention, one on top of the other.' },
  heads: { name: 'Heads', what: 'How many ways each layer attends at once.' },
  layers: { name: 'Layers', what: 'How many lie one on top of the other.' },
  dropout: { name: 'Dropout', what: 'The part that is left out at random, against learning by heart.' },
  hidden: { name: 'Width of the memory', what: 'Numbers that the network remembers a history by.' },
  verticalFilters: { name: 'Filters down', what: 'Patterns over each trait in turn.' },
  horizontalFilters: { name: 'Filters across', what: 'Patterns over several events in a row.' },
  height: { name: 'Height', what: 'The last few events that a filter looks over.' },
  patience: { name: 'Patience', what: 'Ends after so many passes without a better test.' },
  maxMinutes: { name: 'Minutes at most', what: 'After this time no further pass is begun.' },
  seed: { name: 'Seed', what: 'The same seed gives the same answer.' },
};
const halves: Readonly<Record<string, string>> = { first: 'SLIST', second: 'EASE' };

const isAny = ({ min, max }: { readonly min: number; readonly max: number }): boolean =>
  min <= Number.MIN_SAFE_INTEGER && max >= Number.MAX_SAFE_INTEGER;

export const settings = {
  name: (field: string): string => {
    const [part, last] = field.includes('.') ? field.split('.') : [undefined, field];
    const name = named[last ?? field]?.name ?? field;
    return part === undefined ? name : `${halves[part] ?? part}: ${name}`;
  },
  /** '' for one that is not known here. */
  what: (field: string): string => named[field.split('.').at(-1) ?? field]?.what ?? '',
  values: { none: 'none', bm25: 'BM25' } as Readonly<Record<string, string>>,
  /** What a value may be. */
  range: (spec: SettingSpec): string => {
    if (spec.kind === 'boolean' || spec.kind === 'choice') return '';
    const what = spec.kind === 'integer' ? 'a whole number' : 'a number';
    if (isAny(spec)) return what;
    const from = spec.open ? `above ${lf.value(spec.min)}` : `from ${lf.value(spec.min)}`;
    return Number.isFinite(spec.max) ? `${what} ${from} to ${lf.value(spec.max)}` : `${what} ${from}`;
  },
  mustBe: (range: string): string => `This must be ${range}.`,
  usual: ([from, to]: readonly [number, number]): string => `Usually ${lf.value(from)} to ${lf.value(to)}.`,
  found: 'found by itself',
  on: 'Yes',
};
