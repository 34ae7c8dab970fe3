import type { Vocabulary } from './drawing.ts';
import { playBoxes } from './play-boxes.ts';
import { playPaints } from './play-paints.ts';
import { playSoft } from './play-soft.ts';
import { playTrains } from './play-trains.ts';
import { playWooden } from './play-wooden.ts';

export const play = (): Vocabulary => ({
  ...playWooden(),
  ...playTrains(),
  ...playSoft(),
  ...playBoxes(),
  ...playPaints(),
});
