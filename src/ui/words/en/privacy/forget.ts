import type { Belongings } from '../../belongings.ts';
import { counted } from '../voice.ts';
import { belongings } from './belongings.ts';

export const forget = {
  title: 'Forget',
  lead: 'What is gone here is gone: there is no copy but those that you made.',
  brief: 'One thing, or everything',
  one: {
    title: 'One thing that you did',
    lead: 'Taken back, it is as if it had never been: the shelves are what they would be without it, to the last digit.',
    act: 'Go to your history',
    count: (events: number): string =>
      events === 0 ? 'Nothing is there yet.' : `${counted(events, 'event is', 'events are')} there.`,
  },
  catalogue: {
    title: 'A catalogue that you brought',
    lead: 'Its log and its model go with it, and what you did in it.',
    act: 'Go to your catalogues',
    count: (catalogues: number): string =>
      catalogues === 0
        ? 'There is none but the demo shop.'
        : `${counted(catalogues, 'catalogue is', 'catalogues are')} yours.`,
  },
  everything: {
    title: 'Everything',
    lead: 'All that this browser keeps of the shop, with the keys and the shop’s own files. Afterwards you see what was there and that nothing is left.',
    here: (here: Belongings): string => {
      const what = belongings(here);
      return what === '' ? 'Nothing of yours is here yet.' : `Here now: ${what}, and your settings.`;
    },
    counts: (here: Belongings): string | undefined => {
      const what = belongings(here);
      return what === '' ? undefined : `Of yours: ${what}.`;
    },
  },
};
