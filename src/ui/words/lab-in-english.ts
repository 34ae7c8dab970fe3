import type { Interval } from '../../domain/evaluation.ts';
import type { LabRun, RunMetric } from '../../domain/lab.ts';
import type { HomeName } from '../../domain/training.ts';
import { bench } from './en/lab/bench.ts';
import { compare } from './en/lab/compare.ts';
import { itemMap } from './en/lab/item-map.ts';
import { models } from './en/lab/models.ts';
import { privacy } from './en/lab/privacy.ts';
import { named, protocolLong, protocols, protocolShort } from './en/lab/protocols.ts';
import { settings } from './en/lab/settings.ts';
import { tuning } from './en/lab/tuning.ts';
import { figure, lf, signed } from './en/lab/voice.ts';
import type { LabFormats } from './lab-formats.ts';

const homes: Readonly<Record<HomeName, string>> = {
  webgpu: 'graphics card',
  wasm: 'processor',
  reference: 'plain JavaScript',
};

/** The lab, English: for people who like instruments, in plain words. */
export const labEn = {
  language: 'en',
  lf: lf as LabFormats,
  places: 'Rooms of the lab',
  opening: 'Opening the lab',
  again: 'Try again',
  rooms: {
    bench: {
      name: 'Bench',
      title: 'The lab',
      lead: 'Train other models on this log, and see how well each would have guessed what people took. All of it happens on your device.',
    },
    compare: {
      name: 'Compare',
      title: 'Two runs side by side',
      lead: 'Is one really better, or was it luck? And what would somebody see under each?',
    },
    tuning: {
      name: 'Tuning',
      title: 'Tuning',
      lead: 'Trains one model many times with other settings, measures each, and tells which did best.',
    },
    map: {
      name: 'Map',
      title: 'How a model sees the shop',
      lead: 'Each point is a thing. What the model takes for alike lies close together.',
    },
    privacy: {
      name: 'Privacy',
      title: 'What a model gives away',
      lead: 'Learning on your own device needs no protection: nothing leaves it. It matters when you hand something on that was learnt from other people.',
    },
  },
  models: models as typeof models,
  model: (name: string): string => named(models, name),
  settings: settings as typeof settings,
  protocols: protocols as typeof protocols,
  facts: bench.facts as typeof bench.facts,
  train: bench.train as typeof bench.train,
  progress: bench.progress as typeof bench.progress,
  curves: bench.curves as typeof bench.curves,
  plot: bench.plot as typeof bench.plot,
  board: bench.board as typeof bench.board,
  details: bench.details as typeof bench.details,
  compare: compare as typeof compare,
  tuning: tuning as typeof tuning,
  map: itemMap as typeof itemMap,
  privacy: privacy as typeof privacy,
  homes: homes as typeof homes,

  metrics: {
    ndcgAt10: { name: 'NDCG@10', what: 'Right guesses among ten, worth more the higher they stand.' },
    hitRateAt10: { name: 'HR@10', what: 'For how many people at least one of ten guesses was right.' },
    recallAt20: { name: 'Recall@20', what: 'How much of what people took is among twenty guesses.' },
    ndcgAt100: { name: 'NDCG@100', what: 'As NDCG@10, over a hundred guesses.' },
    precisionAt10: { name: 'Precision@10', what: 'How many of ten guesses were right.' },
    mrrAt10: { name: 'MRR@10', what: 'How high the first right guess stands.' },
    mapAt10: { name: 'MAP@10', what: 'How early the right guesses come, on average.' },
    auc: { name: 'AUC', what: 'How often a thing taken ranks above one that was not.' },
    noveltyAt10: { name: 'Novelty@10', what: 'How rare the guesses are, in bits. More is rarer.' },
    popularityAt10: { name: 'Popularity@10', what: 'How many people took the guessed things, on average.' },
    diversityAt10: { name: 'Diversity@10', what: 'How unlike each other the ten are.' },
    factDiversityAt10: { name: 'Fact diversity@10', what: 'How unlike in department, brand and the like.' },
    coverageAt10: { name: 'Coverage@10', what: 'The part of the shop that anybody would see.' },
    giniAt10: { name: 'Gini@10', what: 'How unevenly things are shown: 0 all alike, 1 one alone.' },
  } as Readonly<Record<RunMetric, { readonly name: string; readonly what: string }>>,
  figure: figure as typeof figure,
  signed: signed as typeof signed,
  between: ({ low, high }: Interval): string => `between ${figure(low)} and ${figure(high)}`,
  range: ({ low, high }: Interval): string => `${figure(low)} – ${figure(high)}`,
  settingValue: (value: unknown): string => {
    if (typeof value === 'number') return lf.value(value);
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (typeof value === 'string') return settings.values[value] ?? value;
    return value === null ? settings.found : '–';
  },
  protocolOf: (run: LabRun): string =>
    run.protocol ? protocolShort(run.protocol) : run.protocolText || 'not measured',
  protocolLong: (run: LabRun): string =>
    run.protocol ? protocolLong(run.protocol, run.users) : run.protocolText || 'It was never measured.',
  runName: (run: LabRun): string =>
    run.seed === null ? named(models, run.model) : `${named(models, run.model)}, seed ${run.seed}`,
  /** Names that tell two runs apart. */
  twoNames: (a: LabRun, b: LabRun): readonly [string, string] => {
    const [one, other] = [named(models, a.model), named(models, b.model)];
    return one === other ? [`${one} (first)`, `${other} (second)`] : [one, other];
  },
  warnings: {
    'random-split': {
      short: 'flattering split',
      long: 'The log knows when things happened, and this protocol split it at random: the model learnt from what came later. Its figures are better than it would do in use.',
    },
    'other-log': {
      short: 'from another log',
      long: 'It was trained on another log of this shop than the one that is here now, so its figures do not compare with those of the others.',
    },
  } as Readonly<Record<LabRun['warnings'][number], { readonly short: string; readonly long: string }>>,
};

/** All words of the lab. A language is complete when it has this type. */
export type LabWords = typeof labEn;
