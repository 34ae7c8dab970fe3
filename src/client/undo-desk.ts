import { isCode } from './errors.ts';
import type { Act, HomebodyState } from './state.ts';
import type { Visit } from './visit.ts';

export const UNDO_MS = 10_000;

interface Way {
  readonly act: Act;
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
    { gone = () => {}, everywhere = false }: Partial<Pick<Way, 'gone' | 'everywhere'>> = {},
  ): Pick<HomebodyState, 'undoable'> {
    this.#end();
    return this.#open({ act, back, gone, everywhere });
  }

  /** The change of state when a catalogue is left. */
  leave(): Partial<Pick<HomebodyState, 'undoable'>> {
    if (!this.#way || this.#way.everywhere) return {};
    this.#end();
    return { undoable: null };
  }

  /**
   * Goes back. A way that failed stays open for another ten seconds, unless something else was done meanwhile,
   * its catalogue was left, or what it would undo is not there any more.
   *
   * @throws what the way back throws
   */
  async undo(): Promise<void> {
    const way = this.#way;
    if (!way) return;
    const { catalogue } = this.#visit.state;
    this.#way = null;
    clearTimeout(this.#timer);
    this.#visit.set({ undoable: null });
    try {
      await way.back();
    } catch (error) {
      const left = !way.everywhere && this.#visit.state.catalogue?.id !== catalogue?.id;
      if (this.#way || left || isCode(error, 'vault/unknown-event')) way.gone();
      else this.#visit.set(this.#open(way));
      throw error;
    }
  }

  #open(way: Way): Pick<HomebodyState, 'undoable'> {
    this.#way = way;
    this.#timer = setTimeout(() => {
      this.#visit.set({ undoable: null });
      this.#end();
    }, UNDO_MS);
    return { undoable: { act: way.act, until: this.#visit.now() + UNDO_MS } };
  }

  #end(): void {
    clearTimeout(this.#timer);
    const way = this.#way;
    this.#way = null;
    way?.gone();
  }
}
