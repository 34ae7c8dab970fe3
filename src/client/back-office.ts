import type { CatalogueDesk } from './catalogue-desk.ts';
import type { FeedDesk } from './feed-desk.ts';
import { ImportDesk } from './import-desk.ts';
import { QuestionDesk } from './question-desk.ts';
import { RemovalDesk } from './removal-desk.ts';
import { SteeringDesk } from './steering-desk.ts';
import type { TrainingDesk } from './training-desk.ts';
import type { UndoDesk } from './undo-desk.ts';
import type { Visit } from './visit.ts';

export interface BackOffice {
  readonly questions: QuestionDesk;
  readonly steering: SteeringDesk;
  readonly imports: ImportDesk;
  readonly removals: RemovalDesk;
}

/** The desks that nobody comes to before something is shown. They arrive after it, together. */
export function openBackOffice(
  visit: Visit,
  feed: FeedDesk,
  undo: UndoDesk,
  catalogues: CatalogueDesk,
  training: TrainingDesk,
): BackOffice {
  return {
    questions: new QuestionDesk(visit),
    steering: new SteeringDesk(visit, feed, undo),
    imports: new ImportDesk(visit, catalogues),
    removals: new RemovalDesk(visit, catalogues, training, undo),
  };
}
