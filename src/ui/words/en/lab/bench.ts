import type {
  DatasetFacts,
  LabRun,
  Quantiles,
  RunProgress,
  ValidationPoint,
} from '../../../../domain/lab.ts';
import type { HomeName } from '../../../../domain/training.ts';
import type { SortKey } from '../../../lab/board/sort-runs.ts';
import { counted, f } from '../voice.ts';
import { protocolShort } from './protocols.ts';
import { figure, lf } from './voice.ts';

const homes: Readonly<Record<HomeName, string>> = {
  webgpu: 'your graphics card',
  wasm: 'your processor',
  reference: 'your processor, in plain JavaScript',
};

/** Quantiles of counts fall between two of them. */
const whole = (count: number): string => f.number(Math.round(count));
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
/** A model that needs no buffers in its home has none that were measured. */
const memory = (bytes: number): string => (bytes > 0 ? f.bytes(bytes) : 'not measured');

/** The log, the next run, the one that is being made, and the board of all. */
export const bench = {
  facts: {
    title: 'What there is to learn from',
    counting: 'Counting the log',
    unknown: 'The log could not be counted.',
    lead: (facts: DatasetFacts, name: string): string =>
      `${name}: ${counted(facts.userCount, 'person', 'people')} and ${counted(facts.itemCount, 'thing', 'things')}. Of all that people could have taken, they took ${lf.share(facts.density)}; the rest is what a model has to guess.`,
    interactions: 'Events',
    users: 'People',
    items: 'Things',
    density: 'Density',
    span: 'From, to',
    spanOf: (span: DatasetFacts['timeSpan']): string =>
      span ? `${f.date(span[0])} – ${f.date(span[1])}` : 'no dates',
    perUser: 'Events of a person',
    perItem: 'Events of a thing',
    median: ({ median, p10, p90 }: Quantiles): string =>
      `${whole(median)}, mostly ${whole(p10)} to ${whole(p90)}`,
    timed: {
      some: 'Only some of the events say when they were; those that do not are taken as the earliest.',
      none: 'The events do not say when they were, so what comes next cannot be learnt from them.',
    },
    tail: 'The long tail',
    rank: 'Things, the most popular first',
    takers: 'People who took it',
    head: (share: number): string => `the first fifth has ${lf.share(share)}`,
    tailSummary: (facts: DatasetFacts): string => {
      const [first, last] = [facts.popularity[0], facts.popularity.at(-1)];
      return first && last
        ? `From ${counted(first.users, 'person', 'people')} who took the most popular thing, falling to ${f.number(last.users)} for number ${f.number(last.rank)}.`
        : 'No events yet.';
    },
    tailMeaning: (facts: DatasetFacts): string =>
      `The most popular fifth of the things has ${lf.share(facts.headShare)} of all that was taken.${facts.untouchedItems > 0 ? ` ${counted(facts.untouchedItems, 'thing was', 'things were')} never taken by anybody.` : ''}`,
  },

  train: {
    title: 'The next run',
    model: 'Model',
    noFoldIn: 'It knows only the people of the log: on the shelves, a visitor would see what is popular.',
    more: (count: number): string => counted(count, 'finer setting', 'finer settings'),
    protocol: 'Measured by',
    randomSplit:
      'This log knows when things happened, and this protocol splits it at random: a model then learns from what came later, and looks better than it would be in use. “The latest events held back” does not.',
    seed: 'Seed',
    seedHint: 'The same seed gives the same run.',
    start: 'Train and measure',
    defaults: 'Back to the defaults',
    busy: 'One at a time: this can begin when what runs has ended.',
  },

  progress: {
    title: (model: string): string => `${model} is learning`,
    waiting: 'Waiting for another training to end',
    stopping: 'Stopping …',
    cancel: 'Cancel',
    percent: (fraction: number): string => f.percent(fraction),
    left: (ms: number): string =>
      Number.isFinite(ms) ? `about ${lf.duration(Math.max(1000, Math.ceil(ms / 1000) * 1000))} left` : '',
    /** `passes`: the model learns in passes, though it may be told to make one alone. */
    what: ({ phase, part, parts, epoch, epochs }: RunProgress, passes: boolean): string => {
      const whole =
        parts > 1 && part > parts - 1 ? 'on everything' : `part ${f.number(part)} of ${f.number(parts)}`;
      const which = parts > 1 ? `, ${whole}` : '';
      if (phase === 'preparing') return `Getting ready${which}`;
      if (phase === 'evaluating') return `Measuring it on what it has not seen${which}`;
      if (phase === 'saving') return 'Putting it away';
      if (epochs > 1) return `Pass ${f.number(epoch)} of ${f.number(epochs)}${which}`;
      return `${passes ? 'Learning' : 'Solving'}${which}`;
    },
    where: ({ home, peakBytes, elapsedMs }: RunProgress): string =>
      `On ${homes[home]}${peakBytes > 0 ? `, at most ${f.bytes(peakBytes)} of it` : ''}, ${lf.duration(elapsedMs)} so far. The shelves stay as they are.`,
    recovered: (epoch: number): string =>
      `The graphics card was lost. It went on from pass ${f.number(epoch)}; nothing was lost.`,
  },

  curves: {
    pass: 'Pass',
    loss: 'Loss: what it still gets wrong',
    validation: 'NDCG@10 on people held back',
    lossSummary: (losses: readonly number[]): string => {
      const [first, last] = [losses[0], losses.at(-1)];
      return first === undefined || last === undefined
        ? 'No loss yet.'
        : `Loss over ${counted(losses.length, 'pass', 'passes')}: from ${lf.value(first)} to ${lf.value(last)}.`;
    },
    validationSummary: (points: readonly ValidationPoint[]): string => {
      const [first, last] = [points[0], points.at(-1)];
      return first && last
        ? `NDCG@10 on people held back: ${figure(first.ndcgAt10)} after pass ${f.number(first.epoch)}, ${figure(last.ndcgAt10)} after pass ${f.number(last.epoch)}.`
        : 'This model cannot be asked while it is trained.';
    },
  },

  plot: {
    at: (axis: string, x: string, values: readonly string[]): string => `${axis} ${x}: ${values.join(', ')}`,
    none: 'Nothing to draw yet',
    table: 'As a table',
    nothing: '–',
  },

  board: {
    title: 'The board',
    landed: (name: string, ndcg: number | undefined): string =>
      ndcg === undefined ? `${name} is on the board.` : `${name} is on the board: NDCG@10 ${figure(ndcg)}.`,
    empty: 'No runs yet',
    emptyHint: 'Train a first one: EASE takes seconds, and shows what the others have to beat.',
    servedBy: (model: string, ago: string): string => `The shelves are ranked by ${model}, trained ${ago}.`,
    servedByPopularity: 'The shelves are ranked by popularity.',
    serves: 'Ranks the shelves',
    rollBack: (model: string): string => `Back to ${model}`,
    sort: 'Sort by',
    sorts: {
      at: 'Newest',
      model: 'Model',
      protocol: 'Protocol',
      ndcgAt10: 'NDCG@10',
      hitRateAt10: 'HR@10',
      recallAt20: 'Recall@20',
      coverageAt10: 'Coverage',
      trainMs: 'Time',
      peakBytes: 'Memory',
      home: 'Where',
    } as Readonly<Record<SortKey, string>>,
    columns: {
      at: 'When',
      model: 'Model',
      protocol: 'Protocol',
      ndcgAt10: 'NDCG@10',
      hitRateAt10: 'HR@10',
      recallAt20: 'Recall@20',
      coverageAt10: 'Coverage',
      trainMs: 'Time',
      peakBytes: 'Memory',
      home: 'Where',
    } as Readonly<Record<SortKey, string>>,
    compare: 'Compare',
    compareOf: (name: string): string => `Compare ${name}`,
    compareThese: 'Compare these two',
    pickTwo: (picked: number): string =>
      picked === 0 ? 'Tick two to compare them.' : 'Tick one more to compare them.',
    details: 'Details',
    detailsOf: (name: string): string => `Details of ${name}`,
    made: (seed: number | null, ago: string): string => (seed === null ? ago : `seed ${seed} · ${ago}`),
    imported: 'from a file',
    claimsPrivacy: 'says it is private',
    notMeasured: 'not measured',
    memory: memory as typeof memory,
    cost: (ms: number, home: string, bytes: number): string =>
      `${lf.duration(ms)} on the ${home}, ${bytes > 0 ? `${memory(bytes)} of memory` : 'memory not measured'}`,
    interval: 'The whisker is where the mean lies, 95 times of 100, if other people had been asked.',
    mixed:
      'Figures compare within a group alone: each group was measured in a way of its own, or on another log.',
    group: (like: LabRun, nameLog: boolean): string => {
      if (!like.protocol) return 'Never measured';
      const log = like.dataFingerprint.slice(0, 12);
      const which = log === '' ? ', on a log that its file does not name' : `, on the log ${log}`;
      return `${capital(protocolShort(like.protocol))}, ${counted(like.users, 'person', 'people')} asked${nameLog ? which : ''}`;
    },
    promote: 'Rank the shelves with it',
    promoteOf: (name: string): string => `Rank the shelves with it: ${name}`,
    servesOf: (name: string): string => `Ranks the shelves: ${name}`,
    settings: 'Use its settings',
    settingsOf: (name: string): string => `Use its settings: ${name}`,
    save: 'Export',
    exportOf: (name: string): string => `Export ${name}`,
    saved:
      'An exported file is not encrypted. It holds what the model keeps of each person of the log, without names, and nothing of yours. To hand a model on, make it private first: in the room Privacy.',
    remove: 'Remove',
    removeOf: (name: string): string => `Remove ${name}`,
    choose: 'Import a model',
    drop: 'or drop its .safetensors file here',
    dropHere: 'Let go to import it',
    busy: 'One moment …',
  },

  details: {
    figures: 'All figures',
    settings: 'Settings',
    facts: 'How it was made',
    users: 'People asked',
    seed: 'Seed',
    trainedOn: 'The kept model',
    trainedOns: {
      part: 'has not seen what was held back',
      whole: 'was trained on everything',
      unknown: 'its file does not say what it has seen',
    },
    trainTime: 'Training',
    evaluateTime: 'Measuring',
    home: 'Where',
    homeOf: (home: HomeName, threads: number): string =>
      home === 'webgpu' ? homes[home] : `${homes[home]}, ${counted(threads, 'thread', 'threads')}`,
    peak: 'Memory, at most',
    size: 'Stored',
    data: 'Fingerprint of the log',
    split: 'Of what was held back',
    claimed: 'Privacy, as its file claims',
    claimedWhat:
      'This stands in the file, word for word. It is the file’s own claim: a model does not show whether it is true, so it is worth as much as your trust in whoever gave you the file.',
  },
};
