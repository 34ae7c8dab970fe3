import { releaseProxy } from 'comlink';
import { outcomeOf } from '../domain/outcome.ts';
import type { OwnershipApi } from '../protocol/ownership-api.ts';

/** All that can be asked about what is stored; a method that is missing here does not compile. */
const METHODS: Readonly<Record<keyof OwnershipApi, true>> = {
  ownedStores: true,
  ownedPage: true,
  ownedExport: true,
  backUp: true,
  inspectBackup: true,
  restoreBackup: true,
  cancelBackup: true,
  pendingRestores: true,
  discardRestore: true,
  eraseKeys: true,
  eraseRest: true,
};

type Method = (...args: unknown[]) => Promise<unknown>;

/**
 * The desk of ownership before it is there: the first question fetches it. Where it cannot be had, the outcome says why,
 * and the next question tries again. A progress callback is a port of its own, which is closed after its work.
 */
export function ownershipGate(load: () => Promise<OwnershipApi>): OwnershipApi {
  let loading: Promise<OwnershipApi> | null = null;
  const loadOnce = async (): Promise<OwnershipApi> => {
    loading ??= load();
    try {
      return await loading;
    } catch (error) {
      loading = null; // next time it may be had
      throw error;
    }
  };
  const gated = Object.keys(METHODS).map((name): [string, Method] => [
    name,
    async (...args) => {
      try {
        const loaded = await outcomeOf(loadOnce);
        if (!loaded.ok) return loaded;
        return await (loaded.value as unknown as Readonly<Record<string, Method>>)[name]!(...args);
      } finally {
        for (const one of args) {
          if (typeof one === 'function') (one as Partial<{ [releaseProxy](): void }>)[releaseProxy]?.();
        }
      }
    },
  ]);
  return Object.fromEntries(gated) as unknown as OwnershipApi;
}
