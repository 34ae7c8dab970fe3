/** Comes from the worker for each write that begins, over a `BroadcastChannel` of this name. */
export const WRITES = 'doomed-writes';

/**
 * Stands before the vault's worker: each of its writing transactions is kept open for so many ms, as on a slow disk, and
 * tells that it begins. What is acknowledged before it is written, or written in more than one step, is then met by kills
 * that no machine is quick enough for otherwise. 0: as it is.
 */
export function slowWrites(ms: number): string {
  return `(${keepOpen.toString()})(${ms}, ${JSON.stringify(WRITES)});`;
}

/** Runs in the worker, as text: it knows nothing but its arguments. */
function keepOpen(ms: number, writes: string): void {
  const line = new BroadcastChannel(writes);
  type Begin = IDBDatabase['transaction'];
  const own = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')!.value as Begin;
  IDBDatabase.prototype.transaction = function begin(...how: Parameters<Begin>): IDBTransaction {
    const begun = own.apply(this, how);
    if (begun.mode !== 'readwrite') return begun;
    line.postMessage(null);
    const until = performance.now() + ms;
    const store = begun.objectStore(begun.objectStoreNames[0]!);
    // A transaction lives as long as something is asked of it.
    const askOn = (): void => {
      if (performance.now() < until) store.count().addEventListener('success', askOn);
    };
    askOn();
    return begun;
  };
}
