import { counted } from './voice.ts';

/** One department on a page of its own. */
export const department = {
  count: (count: number): string => counted(count, 'thing', 'things'),
  ranked: 'Ranked for you',
  popular: 'What most people take first',
  back: 'Back to the shelves',
  mute: 'Mute this department',
  muteFilms: 'Mute this genre',
  muted: (name: string): string => `${name} is muted, so nothing from it is shown.`,
  unmute: 'Show it again',
  loading: 'Walking over',
  empty: 'Nothing is left here.',
  emptyHint: 'You have it all, turned it down, or it is sold out.',
  missing: 'There is no such department here',
  missingHint: 'It may belong to another catalogue.',
};
