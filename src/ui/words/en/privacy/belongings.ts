import type { Belongings } from '../../belongings.ts';
import { counted, f } from '../voice.ts';

/** A list of what there is; '' for nothing. */
export const belongings = ({ events, catalogues, models, lab }: Belongings): string =>
  f.list(
    [
      events > 0 ? counted(events, 'event', 'events') : '',
      catalogues > 0 ? counted(catalogues, 'catalogue', 'catalogues') : '',
      models > 0 ? counted(models, 'model', 'models') : '',
      lab > 0 ? counted(lab, 'thing of the lab', 'things of the lab') : '',
    ].filter((part) => part !== ''),
  );
