/** Says, over all tabs, which names are held at this moment. A holder that dies holds nothing. */
export interface Leases {
  /** Resolves when the name is held, with the function that lets go of it. */
  hold(name: string): Promise<() => void>;
  held(): Promise<ReadonlySet<string>>;
}

/** By the Web Locks API, whose locks end with the worker that holds them. `prefix` keeps our names apart. */
export function webLeases(locks: LockManager, prefix: string): Leases {
  return {
    hold: (name) =>
      new Promise((resolve, reject) => {
        const held = locks.request(prefix + name, () => new Promise<void>((release) => resolve(release)));
        held.catch(reject);
      }),
    async held() {
      const { held = [] } = await locks.query();
      return new Set(
        held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
      );
    },
  };
}
