import type { HomeChoice } from '../domain/training.ts';
import type { KeptByPage } from './kept-by-page.ts';
import type { LockPage } from './lock-page.ts';
import type { OpenMapRoom } from './map-desk.ts';
import type { OtherTabs, TabNews } from './other-tabs.ts';
import type { TrainingDeskOptions } from './training-desk.ts';
import type { WorkerPair } from './workers.ts';

/** What the client is made of, besides itself: workers, clock, tabs and page, so that tests give their own. */
export interface HomebodyOptions {
  readonly spawn: (onReplaced: () => void) => WorkerPair;
  /** Where the map is laid out. */
  readonly mapRoom: OpenMapRoom;
  readonly home: HomeChoice;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Asks the browser not to evict the storage; null where it cannot be asked. */
  readonly persist: () => Promise<boolean | null>;
  /** The line to other tabs of this app. */
  readonly otherTabs: (onNews: (news: TabNews) => void) => OtherTabs;
  /** See `TrainingDeskOptions`. */
  readonly alone: TrainingDeskOptions['alone'];
  /** See `TrainingDeskOptions`. */
  readonly drawn: TrainingDeskOptions['drawn'];
  /** What an erasing needs of the page. */
  readonly keptByPage?: KeptByPage;
  /** What a lock needs of the page, if not of this one. */
  readonly lockPage?: LockPage;
}
