import type { EventKind } from '../../../domain/events.ts';
import { did, f, plural, quoted } from './voice.ts';

/** The rows of the shop front, and what moved them. */
export const shelf = {
  because: (kind: EventKind, title: string): string => `Because you ${did[kind](quoted(title))}`,
  complements: (title: string): string => `Goes well with your ${quoted(title)}`,
  fresh: 'New to you',
  popular: 'Popular with everyone',
  more: 'More for you',
  morePopular: 'More that people take home',
  showMore: 'Show more',
  previous: (shelfName: string): string => `Back along the shelf: ${shelfName}`,
  next: (shelfName: string): string => `On along the shelf: ${shelfName}`,
  departments: 'Walk through the shop',
  genres: 'Walk through the genres',

  menu: 'More choices',
  menuOf: (title: string): string => `More choices for ${quoted(title)}`,
  moreLike: 'More like this',
  lessLike: 'Less like this',
  mute: (name: string): string => `Mute ${name}`,
  wish: 'Wish for it',

  cause: {
    event: (kind: EventKind, title: string): string => `Because you ${did[kind](quoted(title))}`,
    order: (count: number): string =>
      `Because you bought ${plural(count, { one: 'something', other: `${f.number(count)} things` })}`,
    persona: (name: string): string => `In the shoes of ${quoted(name)}`,
    takenBack: (title: string): string => `Because you took back ${quoted(title)}`,
    takenBackMany: (count: number): string => `Because you took back ${f.number(count)} things`,
    mood: 'By this visit’s mood',
    muted: (name: string): string => `With ${name} muted`,
    unmuted: (name: string): string => `With ${name} back`,
    adventure: 'As adventurous as you asked',
    trained: 'With what the shop has just learnt',
  },
  moved: (cause: string, risen: number): string =>
    risen === 0
      ? `${cause}: the shelves have changed.`
      : `${cause}: ${f.number(risen)} of the first twelve things moved up.`,
  invitation: 'Like something, or turn it down, and the shelves answer.',
  swipeHint: 'Swipe right for like, left for not for me.',
  whatMoved: 'What moved?',
};
