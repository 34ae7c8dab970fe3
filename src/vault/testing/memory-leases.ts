import type { Leases } from '../leases.ts';

/** Leases of one process: what Web Locks are to the tabs of an origin, for tests in Node. */
export function memoryLeases(): Leases & { readonly names: ReadonlySet<string> } {
  const names = new Set<string>();
  return {
    names,
    async hold(name) {
      names.add(name);
      return () => void names.delete(name);
    },
    async held() {
      return new Set(names);
    },
  };
}
