import { KIND_CODE } from '../../domain/events.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import { DEMO_END, DEMO_EVENTS, DEMO_START } from './shape.ts';

/** The columns while they are being written. */
export class Diary {
  readonly #columns: InteractionColumns;
  #length = 0;

  constructor(userCount: number, itemCount: number) {
    this.#columns = {
      userCount,
      itemCount,
      user: new Int32Array(DEMO_EVENTS),
      item: new Int32Array(DEMO_EVENTS),
      kind: new Uint8Array(DEMO_EVENTS),
      value: new Float32Array(DEMO_EVENTS).fill(1),
      at: new Float64Array(DEMO_EVENTS),
    };
  }

  /** `sinceStart`: ms since DEMO_START. Nothing is written later than DEMO_END. */
  write(user: number, item: number, kind: number, sinceStart: number, quantity: number): void {
    const row = this.#length++;
    this.#columns.user[row] = user;
    this.#columns.item[row] = item;
    this.#columns.kind[row] = kind;
    if (kind === KIND_CODE.purchase) this.#columns.value[row] = quantity;
    this.#columns.at[row] = Math.min(DEMO_END, DEMO_START + Math.floor(sinceStart / 1000) * 1000);
  }

  /** The finished log. Gives the arrays away. */
  columns(): InteractionColumns {
    return this.#columns;
  }
}
