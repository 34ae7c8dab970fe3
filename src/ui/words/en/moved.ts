import type { EventKind } from '../../../domain/events.ts';
import { counted, did, f, plural, quoted } from './voice.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const SUFFIX: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };

const ordinal = (place: number): string => `${f.number(place)}${SUFFIX[ordinals.select(place)] ?? 'th'}`;

/** How many came, left, rose and fell, as parts of a sentence. */
const parts = (came: number, left: number, rose: number, fell: number): readonly string[] => [
  ...(came > 0 ? [`${counted(came, 'thing', 'things')} came in`] : []),
  ...(rose > 0 ? [`${f.number(rose)} rose`] : []),
  ...(fell > 0 ? [`${f.number(fell)} fell`] : []),
  ...(left > 0 ? [counted(left, 'is gone', 'are gone')] : []),
];

/** What an answer did to the first places. */
export const moved = {
  title: 'What moved',
  open: 'What moved',
  openOf: (title: string): string => `What moved: ${title}`,
  sentences: (all: readonly string[]): string => all.join(' '),
  because: (kind: EventKind, titles: readonly string[], more: number): string => {
    const all = titles.map(quoted);
    return `You ${did[kind](f.list(more === 0 ? all : [...all, `${f.number(more)} more`]))}.`;
  },
  summary: (came: number, left: number, rose: number, fell: number): string => {
    const all = parts(came, left, rose, fell);
    return all.length === 0
      ? 'The first twelve places stayed as they were.'
      : `Of the first twelve places: ${f.list(all)}.`;
  },
  before: 'Before',
  after: 'After',
  fromTo: (title: string, from: number, to: number): string =>
    `${title}: from ${ordinal(from)} to ${ordinal(to)}`,
  came: (title: string, to: number): string => `${title}: new, ${ordinal(to)}`,
  left: (title: string, from: number): string => `${title}: gone, it was ${ordinal(from)}`,
  decided: (title: string, from: number): string =>
    `${title}: gone, it was ${ordinal(from)}; you have decided about it`,
  stayed: (title: string, place: number): string => `${title}: still ${ordinal(place)}`,
  upBy: (places: number): string => `↑ ${f.number(places)}`,
  downBy: (places: number): string => `↓ ${f.number(places)}`,
  isNew: 'new',
  gone: 'gone',
  place: (place: number): string => f.number(place),
  list: 'What moved, place by place',
  over: 'This was taken back. It moves nothing any more.',
  loading: 'Laying out both shelves',
  without: {
    loading: 'Looking at what would change',
    summary: (changes: number): string =>
      changes === 0
        ? 'The first twelve places would stay as they are.'
        : `${counted(changes, 'place', 'places')} of the first twelve would change.`,
    came: (count: number): string =>
      plural(count, { one: 'Would come in', other: `${f.number(count)} would come in` }),
    rose: (count: number): string =>
      plural(count, { one: 'Would rise', other: `${f.number(count)} would rise` }),
    left: (count: number): string =>
      plural(count, { one: 'Would be gone', other: `${f.number(count)} would be gone` }),
    fell: (count: number): string =>
      plural(count, { one: 'Would fall', other: `${f.number(count)} would fall` }),
    today: 'Now',
    without: 'Without it',
    step: (from: number, to: number): string => `${f.number(from)} → ${f.number(to)}`,
    at: (place: number): string => `place ${f.number(place)}`,
    more: (count: number): string => `and ${f.number(count)} more`,
  },
};
