import { expose } from 'comlink';
import type { WorkerLike } from '../worker-link.ts';

/** A worker's API behind real message ports, in this thread; `die` does what a crash does. */
export class FakeWorker implements WorkerLike {
  readonly #line = new MessageChannel();
  readonly #onError = new Set<(event: Event) => void>();
  terminated = false;

  constructor(api: object) {
    expose(api, this.#line.port2);
    this.#line.port1.start();
  }

  postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
    this.#line.port1.postMessage(message, Array.isArray(transfer) ? transfer : []);
  }

  addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    const call = typeof listener === 'function' ? listener : listener.handleEvent.bind(listener);
    if (type === 'error') this.#onError.add(call);
    else this.#line.port1.addEventListener(type, call);
  }

  removeEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    if (typeof listener === 'function') this.#line.port1.removeEventListener(type, listener);
  }

  die(): void {
    for (const listener of this.#onError) listener(new Event('error'));
  }

  terminate(): void {
    this.terminated = true;
    this.#line.port1.close();
    this.#line.port2.close();
  }
}
