import type { ItemFacts } from '../../domain/interactions.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { ServingModel } from './serving-model.ts';

/** What work gets that sits in the place of a training. */
export interface Seat {
  readonly facts: ItemFacts;
  readonly home: KernelHome;
  readonly run: Pick<TrainingRun, 'now' | 'yieldTurn' | 'signal' | 'reopenHome'>;
}

/** What is seen of an open catalogue. */
export interface Seen {
  readonly facts: ItemFacts;
  readonly serving: ServingModel;
  readonly home: KernelHome;
}
