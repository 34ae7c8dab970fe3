import type { Vocabulary } from './drawing.ts';
import { PLAY_BOXES } from './play-boxes.ts';
import { PLAY_PAINTS } from './play-paints.ts';
import { PLAY_SOFT } from './play-soft.ts';
import { PLAY_TRAINS } from './play-trains.ts';
import { PLAY_WOODEN } from './play-wooden.ts';

export const PLAY: Vocabulary = {
  ...PLAY_WOODEN,
  ...PLAY_TRAINS,
  ...PLAY_SOFT,
  ...PLAY_BOXES,
  ...PLAY_PAINTS,
};
