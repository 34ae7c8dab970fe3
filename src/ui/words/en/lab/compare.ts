import type { Comparison } from '../../../../domain/evaluation.ts';
import { counted, f } from '../voice.ts';
import { figure, signed } from './voice.ts';

/** Below it, a difference is called real. */
const REAL = 0.05;

const chance = (p: number): string => {
  if (p < 0.001) return 'less than once in a thousand';
  if (p < 0.01) return `about ${counted(Math.max(1, Math.round(p * 1000)), 'time', 'times')} in a thousand`;
  return `about ${counted(Math.round(p * 100), 'time', 'times')} in a hundred`;
};

/** Two runs side by side. */
export const compare = {
  empty: 'Two runs make a comparison',
  emptyHint: 'Train two models on the bench, by the same protocol and the same seed.',
  toBench: 'To the bench',
  first: 'First',
  second: 'Second',
  option: (model: string, seed: number | null, protocol: string, ago: string): string =>
    `${model}${seed === null ? '' : ` · seed ${seed}`} · ${protocol} · ${ago}`,
  differences: 'How they differ',
  comparing: 'Comparing, person by person',
  again: 'Compare them',
  notComparable: (differs: unknown): string => {
    const rule = 'A difference would say nothing about the models.';
    if (differs === 'protocol') return `These two were measured by different protocols. ${rule}`;
    if (differs === 'split')
      return `What was held back was not the same for both: use the same seed and numbers. ${rule}`;
    if (differs === 'origin')
      return `One of them came from a file, and brought no figures person by person: there is nothing to compare.`;
    if (differs === 'data') return `These two were trained on different logs. ${rule}`;
    return `These two were not measured on the same people. ${rule}`;
  },
  on: (users: number): string =>
    `On the same ${counted(users, 'person', 'people')}, the first minus the second; bars show where the difference lies, 95 times of 100.`,
  minus: (a: string, b: string): string => `${a} − ${b}`,
  verdict: (a: string, b: string, { difference, interval, p }: Comparison): string => {
    if (p >= REAL || difference === 0) {
      return `No clear difference: chance alone would make one as large ${chance(p)}.`;
    }
    const [better, worse] = difference > 0 ? [a, b] : [b, a];
    const [low, high] = [Math.abs(interval.low), Math.abs(interval.high)].toSorted((x, y) => x - y);
    return `${better} guesses better than ${worse}: its NDCG@10 is higher by ${figure(Math.abs(difference))} (${figure(low ?? 0)} to ${figure(high ?? 0)}), and chance alone would do that ${chance(p)}.`;
  },
  /** `beside`: the values whose difference it is, by the larger. */
  sentence: ({ interval, p }: Comparison, beside: number): string =>
    `${signed(interval.low, beside)} to ${signed(interval.high, beside)}; by chance alone ${chance(p)}${p < REAL ? '' : ', so it may be none'}`,
  lists: 'What somebody would see',
  visitor: 'Seen by',
  you: 'You, with your history',
  someone: 'Somebody of the log',
  number: 'Number',
  numberHint: (users: number): string => `From 1 to ${f.number(users)}.`,
  asking: 'Asking both models',
  took: (own: boolean, count: number): string =>
    `What ${own ? 'you' : 'they'} took: ${counted(count, 'thing', 'things')}, the newest first`,
  noneOfYours: 'You have taken nothing yet, so there is nothing of yours to go by.',
  noneOfTheirs: 'They have taken nothing.',
  shared: (shared: number, of: number): string =>
    `${f.number(shared)} of ${f.number(of)} stand on both lists.`,
  only: 'only here',
  there: (place: number): string => `there in place ${f.number(place)}`,
  nothingLiked: 'This model goes by what somebody likes: it needs something liked first.',
};
