export interface Place {
  readonly href: string;
  readonly name: 'forYou' | 'history' | 'training' | 'data' | 'privacy';
}

/** The rooms of the house, in the order of the bars. */
export const PLACES: readonly Place[] = [
  { href: '/', name: 'forYou' },
  { href: '/training', name: 'training' },
  { href: '/history', name: 'history' },
  { href: '/data', name: 'data' },
  { href: '/privacy', name: 'privacy' },
];
