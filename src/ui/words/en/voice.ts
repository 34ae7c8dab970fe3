import type { EventKind } from '../../../domain/events.ts';
import { formatsOf } from '../formats.ts';
import type { Formats } from '../formats.ts';
import { pluralsOf } from '../plural.ts';

export const f: Formats = formatsOf('en');
export const plural: ReturnType<typeof pluralsOf> = pluralsOf('en');

export const counted = (count: number, one: string, other: string): string =>
  `${f.number(count)} ${plural(count, { one, other })}`;

/** A persona's name within a sentence. */
export const midway = (name: string): string => name.replace(/^The /, 'the ');

export const quoted = (title: string): string => `“${title}”`;

/** After "you". */
export const did: Readonly<Record<EventKind, (title: string) => string>> = {
  view: (title) => `looked at ${title}`,
  like: (title) => `liked ${title}`,
  dismiss: (title) => `turned down ${title}`,
  cart: (title) => `put ${title} in your cart`,
  purchase: (title) => `bought ${title}`,
  rating: (title) => `rated ${title}`,
  wish: (title) => `wished for ${title}`,
};

/** On its own. */
export const done: Readonly<Record<EventKind, string>> = {
  view: 'Looked at',
  like: 'Liked',
  dismiss: 'Not for you',
  cart: 'In your cart',
  purchase: 'Bought',
  rating: 'Rated',
  wish: 'On your wish list',
};
