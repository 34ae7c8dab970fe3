export interface Place {
  readonly href: string;
  readonly name: 'forYou' | 'history' | 'training' | 'lab' | 'data' | 'privacy';
}

/** The rooms of the house, in the order of the bars. */
export const PLACES: readonly Place[] = [
  { href: '/', name: 'forYou' },
  { href: '/training', name: 'training' },
  { href: '/lab', name: 'lab' },
  { href: '/history', name: 'history' },
  { href: '/data', name: 'data' },
  { href: '/privacy', name: 'privacy' },
];

/** The room that an address is in, itself or a part of it. */
export function placeOf(location: string): Place | undefined {
  return PLACES.find(({ href }) => location === href || (href !== '/' && location.startsWith(`${href}/`)));
}
