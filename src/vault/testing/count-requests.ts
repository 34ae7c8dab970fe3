/** What `work` asked of IndexedDB: each request by its method and store, and the bytes that it wrote. */
export async function countRequests(
  work: () => Promise<unknown>,
): Promise<{ readonly requests: readonly string[]; readonly bytesWritten: number }> {
  const requests: string[] = [];
  let bytesWritten = 0;
  const methods = [
    'get',
    'getAll',
    'getAllKeys',
    'getKey',
    'put',
    'delete',
    'clear',
    'count',
    'openCursor',
  ] as const;
  const undo = methods.map((method) => {
    const descriptor = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, method)!;
    const original = descriptor.value as (...args: unknown[]) => unknown;
    Object.defineProperty(IDBObjectStore.prototype, method, {
      ...descriptor,
      value(this: IDBObjectStore, ...args: unknown[]) {
        requests.push(`${method} ${this.name}`);
        if (method === 'put') bytesWritten += (args[0] as Uint8Array).length;
        return Reflect.apply(original, this, args);
      },
    });
    return () => Object.defineProperty(IDBObjectStore.prototype, method, descriptor);
  });
  try {
    await work();
    return { requests: requests.toSorted(), bytesWritten };
  } finally {
    for (const restore of undo) restore();
  }
}
