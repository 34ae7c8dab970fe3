import type { CatalogueDesk } from './catalogue-desk.ts';
import { LockDesk } from './lock-desk.ts';
import type { LockPage } from './lock-page.ts';
import type { FeedDesk } from './feed-desk.ts';
import { HistoryDesk } from './history-desk.ts';
import { ImportDesk } from './import-desk.ts';
import { QuestionDesk } from './question-desk.ts';
import { RemovalDesk } from './removal-desk.ts';
import { SteeringDesk } from './steering-desk.ts';
import type { TrainingDesk } from './training-desk.ts';
import type { UndoDesk } from './undo-desk.ts';
import type { Visit } from './visit.ts';

export interface BackOffice {
  readonly history: HistoryDesk;
  readonly questions: QuestionDesk;
  readonly steering: SteeringDesk;
  readonly imports: ImportDesk;
  readonly removals: RemovalDesk;
  readonly lock: LockDesk;
}

export interface FrontDesks {
  readonly visit: Visit;
  readonly feed: FeedDesk;
  readonly undo: UndoDesk;
  readonly catalogues: CatalogueDesk;
  readonly training: TrainingDesk;
  /** Opens the vault and shows what is in it. */
  readonly begin: () => Promise<void>;
  /** See `HomebodyOptions`. */
  readonly page: { readonly persist: () => Promise<boolean | null>; readonly lockPage?: LockPage };
}

/** The desks that nobody comes to before something is shown. They arrive after it, together. */
export function openBackOffice(front: FrontDesks): BackOffice {
  const { visit, feed, undo, catalogues, training, begin, page } = front;
  return {
    history: new HistoryDesk(visit, feed, undo, page.persist),
    questions: new QuestionDesk(visit),
    steering: new SteeringDesk(visit, feed, undo),
    imports: new ImportDesk(visit, catalogues),
    removals: new RemovalDesk(visit, catalogues, training, undo),
    lock: new LockDesk(visit, begin, page.lockPage),
  };
}
