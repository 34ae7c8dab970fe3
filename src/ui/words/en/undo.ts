import type { EventKind } from '../../../domain/events.ts';
import { counted, f, midway, quoted } from './voice.ts';

/** What was just done, and the way back. */
export const undo = {
  said: (kind: EventKind, title: string): string =>
    ({
      view: `Looked at ${quoted(title)}.`,
      like: `Liked ${quoted(title)}.`,
      dismiss: `${quoted(title)} is not for you.`,
      cart: `${quoted(title)} is in your cart.`,
      purchase: `Bought ${quoted(title)}.`,
      rating: `Rated ${quoted(title)}.`,
      wish: `${quoted(title)} is on your wish list.`,
    })[kind],
  saidMany: (count: number): string => `Wrote down ${counted(count, 'thing', 'things')}.`,
  ordered: (count: number, first: string): string =>
    count === 1
      ? `Bought ${quoted(first)}, in pretence.`
      : `Bought ${counted(count, 'thing', 'things')}, in pretence.`,
  persona: (count: number, name: string | null): string =>
    `You have stepped ${name === null ? 'in' : `into ${midway(name)}`}: ${counted(count, 'like is', 'likes are')} in your history.`,
  takenBack: (title: string): string => `Took back ${quoted(title)}.`,
  takenBackMany: (count: number, first: string): string =>
    `Took back ${quoted(first)} and ${f.number(count - 1)} more.`,
  muted: (name: string): string => `Nothing from ${name} will be shown.`,
  unmuted: (name: string): string => `${name} is shown again.`,
  moreLike: (title: string): string => `More like ${quoted(title)}, for this visit.`,
  lessLike: (title: string): string => `Less like ${quoted(title)}, for this visit.`,
  inMood: (name: string): string => `In the mood for ${name}, for this visit.`,
  outOfMood: (name: string): string => `No longer in the mood for ${name}.`,
  moodForgot: (title: string): string => `${quoted(title)} no longer steers this visit.`,
  moodGone: 'This visit’s mood is forgotten.',
  runRemoved: (model: string): string => `Took a run of ${model} off the board.`,
  removed: (name: string): string => `Removed ${quoted(name)} from this device.`,
  justNow: 'Just now',
  undo: 'Undo',
};
