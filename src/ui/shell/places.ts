export interface Place {
  readonly href: string;
  readonly name: 'forYou' | 'history' | 'training' | 'data' | 'privacy';
  /** Beside the shelves on a wide page, and so without a link of its own there. */
  readonly narrowOnly: boolean;
}

/** The rooms of the house, in the order of the bars. */
export const PLACES: readonly Place[] = [
  { href: '/', name: 'forYou', narrowOnly: false },
  { href: '/history', name: 'history', narrowOnly: true },
  { href: '/training', name: 'training', narrowOnly: true },
  { href: '/data', name: 'data', narrowOnly: false },
  { href: '/privacy', name: 'privacy', narrowOnly: false },
];
