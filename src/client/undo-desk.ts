import type { Act, HomebodyState } from './state.ts';
import type { Visit } from './visit.ts';

export const UNDO_MS = 10_000;

interface Way {
  readonly back: () => Promise<void>;
  /** What is left to do once nobody can go back. */
  readonly gone: () => void;
  /** The act lies outside of any one catalogue: it can be undone from another. */
  readonly everywhere: boolean;
}

/** The way back from what was last done: open for ten seconds, or until the next act. */
export class UndoDesk {
  readonly #visit: Visit;
  #way: Way | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** The change of state that offers it; what was offered before is done for good. */
  offer(
    act: Act,
    back: () => Promise<void>,
    { gone = () => {}, everywhere = false }: Partial<Omit<Way, 'back'>> = {},
  ): Pick<HomebodyState, 'undoable'> {
    this.#end();
    this.#way = { back, gone, everywhere };
    this.#timer = setTimeout(() => {
      this.#visit.set({ undoable: null });
      this.#end();
    }, UNDO_MS);
    return { undoable: { act, until: this.#visit.now() + UNDO_MS } };
  }

  /** The change of state when a catalogue is left. */
  leave(): Partial<Pick<HomebodyState, 'undoable'>> {
    if (!this.#way || this.#way.everywhere) return {};
    this.#end();
    return { undoable: null };
  }

  /** @throws what the way back throws */
  async undo(): Promise<void> {
    const way = this.#way;
    if (!way) return;
    this.#way = null;
    clearTimeout(this.#timer);
    this.#visit.set({ undoable: null });
    await way.back();
  }

  #end(): void {
    clearTimeout(this.#timer);
    const way = this.#way;
    this.#way = null;
    way?.gone();
  }
}
