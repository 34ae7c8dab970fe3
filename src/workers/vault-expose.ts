import { expose, releaseProxy } from 'comlink';
import type { Endpoint } from 'comlink';
import type { VaultApi } from '../protocol/vault-api.ts';

type Method = (...args: unknown[]) => Promise<unknown>;

/**
 * Answers at an endpoint, by default the worker's own. A callback of the page, which is told how far a work has come, is
 * a port of its own, which is closed after that work.
 */
export function exposeVault(service: VaultApi, endpoint?: Endpoint): void {
  const exposed = Object.entries(service as unknown as Readonly<Record<string, Method>>).map(
    ([name, method]): [string, Method] => [
      name,
      async (...args) => {
        try {
          return await method(...args);
        } finally {
          for (const one of args) {
            if (typeof one === 'function') (one as Partial<{ [releaseProxy](): void }>)[releaseProxy]?.();
          }
        }
      },
    ],
  );
  expose(Object.fromEntries(exposed), endpoint);
}
