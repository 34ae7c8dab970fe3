import type { TrainProgress } from '../../../domain/training.ts';
import { counted, f } from './voice.ts';

const homes: Readonly<Record<TrainProgress['home'], string>> = {
  webgpu: 'on your graphics card',
  wasm: 'on your processor',
  reference: 'on your processor',
};

const left = (ms: number): string =>
  Number.isFinite(ms) ? `, about ${f.seconds(Math.max(1000, Math.ceil(ms / 1000) * 1000))} left` : '';

export const constellation = {
  name: 'Map of the shop',
  /** `yours`: names of departments, most of the visitor’s things first. */
  about: (things: number, places: number, yours: readonly string[]): string => {
    const all = counted(things, 'thing', 'things');
    const where =
      places === 0
        ? `${all}, not yet in neighbourhoods`
        : `${all} in ${counted(places, 'neighbourhood', 'neighbourhoods')}`;
    return yours.length === 0 ? `${where}.` : `${where}; yours are in ${f.list(yours)}.`;
  },
  keys: 'Arrow keys go from thing to thing, Enter opens one, plus and minus zoom, 0 shows the whole map.',
  caption: 'What the same people take lies close together.',
  untrained: 'Nothing is learnt yet, so everything lies anywhere.',
  opening: 'Opening the shop.',
  failed: 'The shop could not be opened, so there is no map.',
  progress: (progress: TrainProgress): string => {
    const { phase, epoch, epochs, remainingMs, home } = progress;
    const what: Readonly<Record<TrainProgress['phase'], string>> = {
      preparing: 'Getting ready',
      training: `Pass ${f.number(epoch)} of ${f.number(epochs)}`,
      evaluating: 'Checking itself',
      saving: 'Putting the model away',
    };
    return `${what[phase]} ${homes[home]}${left(remainingMs)}`;
  },
  stop: 'Stop training',
  stopping: 'Stopping …',
  skip: 'Skip',
  zoomIn: 'Closer',
  zoomOut: 'Further away',
  whole: 'The whole map',
  larger: 'See it large',
  open: 'Open',
  openOf: (title: string): string => `Open ${title}`,
  away: 'Put the card away',
  neighbourhoods: 'Neighbourhoods',
  ofShown: (shown: number): string => `Counted among the ${f.number(shown)} things shown.`,
  things: (count: number): string => counted(count, 'thing', 'things'),
  signs: 'What the lights mean',
  own: 'Yours',
  declined: 'Not for you',
  shelf: 'First on your shelves',
};
