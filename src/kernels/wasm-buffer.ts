import { HomebodyError } from '../domain/errors.ts';
import type { F32Buffer, I32Buffer } from './home.ts';
import type { WasmHeap } from './wasm-heap.ts';

/** A block of a WASM heap, zeroed, until it is released. */
export class WasmBuffer<Type extends 'f32' | 'i32'> {
  readonly type: Type;
  readonly length: number;
  readonly #heap: WasmHeap;
  /** Given the address to free. Frees it when no call that was made before uses it any more. */
  readonly #retire: (buffer: object, address: number) => void;
  #address: number | null;

  constructor(type: Type, length: number, heap: WasmHeap, retire: (buffer: object, address: number) => void) {
    this.type = type;
    this.length = length;
    this.#heap = heap;
    this.#address = heap.allocate(length * 4);
    this.#retire = retire;
  }

  release(): void {
    const address = this.#address;
    if (address === null) return;
    this.#address = null;
    this.#retire(this, address);
  }

  /** @throws 'internal' when the buffer was released, or lives in another home. */
  static addressOf(buffer: F32Buffer | I32Buffer, heap: WasmHeap): number {
    if (!(buffer instanceof WasmBuffer) || buffer.#heap !== heap) {
      throw new HomebodyError('internal', 'A buffer of another home was given to the WASM home.');
    }
    if (buffer.#address !== null) return buffer.#address;
    throw new HomebodyError('internal', 'A buffer was used after its release.');
  }
}
