import type { OwnershipApi } from '../protocol/ownership-api.ts';
import { onDemand } from './on-demand.ts';

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

/** The desk of ownership before it is there: the first question fetches it, once. Where that fails, the next tries again. */
export function ownershipGate(load: () => Promise<OwnershipApi>): OwnershipApi {
  let loading: Promise<OwnershipApi> | null = null;
  return onDemand(METHODS, async () => {
    loading ??= load();
    try {
      return await loading;
    } catch (error) {
      loading = null;
      throw error;
    }
  });
}
