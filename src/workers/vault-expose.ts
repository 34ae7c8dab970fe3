import { expose, releaseProxy } from 'comlink';
import type { Endpoint } from 'comlink';
import type { VaultApi } from '../protocol/vault-api.ts';

/** Answers at an endpoint, by default the worker's own. The page's progress callback is a port of its own, which is closed after its import. */
export function exposeVault(service: VaultApi, endpoint?: Endpoint): void {
  const exposed: VaultApi = {
    ...service,
    async importFiles(files, onProgress) {
      try {
        return await service.importFiles(files, onProgress);
      } finally {
        (onProgress as Partial<{ [releaseProxy](): void }>)[releaseProxy]?.();
      }
    },
  };
  expose(exposed, endpoint);
}
