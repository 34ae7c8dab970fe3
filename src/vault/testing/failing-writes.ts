/**
 * How a write fails: the request throws once; the browser has no more room; the transaction is aborted; or
 * everything dies, so that no later write, cleaning up included, happens any more.
 */
export type Failure = 'throw' | 'quota' | 'abort' | 'crash';

/**
 * Makes the n-th write (from 0) of `work` fail and reports how many writes it tried. `work` may settle either
 * way; whether it rejected is in `error`.
 */
export async function withFailingWrite(
  n: number,
  failure: Failure,
  work: () => Promise<unknown>,
): Promise<{ readonly writes: number; readonly error: unknown }> {
  let writes = 0;
  const fail = (store: IDBObjectStore): void => {
    const at = writes++;
    if (failure === 'crash' ? at < n : at !== n) return;
    if (failure === 'abort') store.transaction.abort();
    else if (failure === 'quota') throw new DOMException('no room', 'QuotaExceededError');
    else throw new Error('planted failure');
  };
  const undo = (['put', 'delete'] as const).map((method) => {
    const descriptor = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, method)!;
    const original = descriptor.value as (...args: unknown[]) => unknown;
    Object.defineProperty(IDBObjectStore.prototype, method, {
      ...descriptor,
      value(this: IDBObjectStore, ...args: unknown[]) {
        fail(this);
        return Reflect.apply(original, this, args);
      },
    });
    return () => Object.defineProperty(IDBObjectStore.prototype, method, descriptor);
  });
  try {
    await work();
    return { writes, error: null };
  } catch (error) {
    return { writes, error };
  } finally {
    for (const restore of undo) restore();
  }
}
