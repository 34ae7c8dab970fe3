import type { CatalogueId } from '../../domain/ids.ts';
import type { TrainingDesk } from '../training-desk.ts';
import type { LabRoom } from './lab-room.ts';
import type { LabState } from './lab-state.ts';

/** Where the state shows a piece of work that takes the engine's seat. */
type Place = 'running' | 'studying' | 'privacyWork';
type Work<P extends Place> = NonNullable<LabState[P]>;

/** Changes what is shown of the work; false, and nothing changed, once that is over. */
export type ShowWork<P extends Place> = (patch: Partial<Work<P>>) => boolean;

/** One desk's work in the engine's seat, a piece at a time. It can be called off while it waits and while it goes on. */
export class LabSeat<P extends Place> {
  readonly #room: LabRoom;
  readonly #training: TrainingDesk;
  readonly #place: P;
  #own: { readonly leave: AbortController; begun: boolean } | null = null;

  constructor(room: LabRoom, training: TrainingDesk, place: P) {
    this.#room = room;
    this.#training = training;
    this.#place = place;
  }

  /** For the current catalogue. `fresh`: what is shown while it waits. Null where one is at work, or it was called off. */
  async take<T>(
    fresh: Work<P>,
    run: (catalogue: CatalogueId, show: ShowWork<P>) => Promise<T>,
  ): Promise<T | null> {
    if (this.#own) return null;
    const catalogue = this.#room.visit.catalogueId();
    const own = { leave: new AbortController(), begun: false };
    this.#own = own;
    const show: ShowWork<P> = (patch) => {
      if (this.#own !== own) return false;
      this.#room.setFor(catalogue, this.#shown({ ...(this.#room.state[this.#place] ?? fresh), ...patch }));
      return true;
    };
    show({});
    let done: T | null = null;
    const work = async (): Promise<void> => {
      own.begun = true;
      done = await run(catalogue, show);
    };
    try {
      await this.#training.lendSeat(catalogue, work, () => this.leave(), own.leave.signal);
    } finally {
      this.#own = null;
      this.#room.set(this.#shown(null));
    }
    return done;
  }

  /** Calls off what is under way, or waits. */
  async leave(): Promise<void> {
    const own = this.#own;
    if (!own) return;
    own.leave.abort();
    const shown = this.#room.state[this.#place];
    if (shown) this.#room.set(this.#shown({ ...shown, cancelling: true }));
    if (own.begun) await this.#room.engine.call((api) => api.labCancel());
  }

  /** Place and work belong together, which the compiler cannot see once both are unions. */
  #shown(work: Work<P> | null): Partial<LabState> {
    return { [this.#place]: work };
  }
}
