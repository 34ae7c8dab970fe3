import type { EventKind } from '../../../domain/events.ts';
import { did, f, quoted } from './voice.ts';

export const why = {
  title: 'Why this?',
  of: (title: string): string => `Why ${quoted(title)}?`,
  because: (causes: readonly { readonly kind: EventKind; readonly title: string }[]): string => {
    const titles = causes.map((cause) => quoted(cause.title));
    const [first] = causes;
    return first && causes.every((cause) => cause.kind === first.kind)
      ? `Because you ${did[first.kind](f.list(titles))}.`
      : `Because you ${f.list(causes.map((cause) => did[cause.kind](quoted(cause.title))))}.`;
  },
  despite: (kind: EventKind, title: string): string =>
    kind === 'dismiss'
      ? `Although you ${did[kind](quoted(title))}.`
      : `That you ${did[kind](quoted(title))} speaks against it.`,
  moreLike: (titles: readonly string[]): string =>
    `Because this visit you want more like ${f.list(titles.map(quoted))}.`,
  lessLike: (title: string): string => `Although this visit you want less like ${quoted(title)}.`,
  inMood: (department: string): string => `Because you are in the mood for ${department}.`,
  sentences: (all: readonly string[]): string => all.join(' '),
  whole: (inOrder: boolean, nearest: string | null): string => {
    const by = inOrder ? 'By the order of what you did lately' : 'By all that you did here together';
    return nearest === null ? `${by}.` : `${by}. Closest to ${quoted(nearest)}.`;
  },
  wholeHint: 'This model reads your history as a whole. It cannot say what each thing adds.',
  popular: 'Because many people take it.',
  popularHint: 'This shop does not know your taste yet. Like a thing or two and this answer will be yours.',
  untrained: 'No model that looks at your history is trained, so this answer is the same for everyone.',
  sameForAll:
    'The shelves are ranked by a model that does not look at your history, so this answer is the same for everyone.',
  nothingYet:
    'Nothing in your history draws the model yet. Until you like something, it goes by what is popular.',
  nothing: 'Nothing in your history speaks for it.',
  variety: 'It is here for variety.',
  shares: 'What each thing adds',
  sharesHint: 'These are the exact parts of its score. They add up to the sum; nothing is left out.',
  sharesBeside:
    'These are the exact parts that your history and your mood add. How popular it is comes on top.',
  share: (share: number): string => f.signed(share, 3),
  for: 'speaks for it',
  against: 'speaks against it',
  sum: 'Sum',
  mood: 'This visit’s mood',
  moodFor: (department: string): string => `In the mood for ${department}`,
  forget: 'Forget',
  forgetOf: (name: string): string => `Forget: ${name}`,
  rank: (rank: number): string => `Place ${f.number(rank)} of everything you could be shown.`,
  filtered: 'You would not be shown this now: you have it, turned it down, or it is sold out.',
  gone: 'This is no longer in the catalogue.',
  loading: 'Looking at your history',
};
