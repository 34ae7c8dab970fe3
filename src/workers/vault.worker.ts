/** The room that knows who the visitor is. */
import { webLeases } from '../vault/leases.ts';
import { Vault } from '../vault/vault.ts';
import { argon2id } from './argon2id.ts';
import { createLockService } from './lock-service.ts';
import { ownershipGate } from './ownership-gate.ts';
import { createYieldTurn } from './turns.ts';
import { createDemoShop } from './vault-demo.ts';
import { exposeVault } from './vault-expose.ts';
import { createVaultService } from './vault-service.ts';

const elapsed = (): number => performance.now();
/** As long as a large write takes to end. */
const patience = (): Promise<void> => new Promise((go) => setTimeout(go, 5_000));

const lock = createLockService({
  databaseName: 'homebody',
  argon2id,
  elapsed,
});

exposeVault({
  ...createVaultService({
    openVault: () =>
      lock.opening((dataKey) =>
        Vault.open({
          databaseName: 'homebody',
          demo: () => createDemoShop(createYieldTurn()),
          leases: webLeases(navigator.locks, 'homebody/'),
          now: Date.now,
          dataKey,
        }),
      ),
    // The readers of files are fetched with the first import: a visit without one does not wait for them.
    readDataset: async (files, options) =>
      (await import('../datasets/read-dataset.ts')).readDataset(files, options),
    ownership: (getVault) =>
      ownershipGate(async () => {
        const { createOwnershipService } = await import('./ownership-service.ts');
        return createOwnershipService({ getVault, databaseName: 'homebody', argon2id, elapsed, patience });
      }),
  }),
  ...lock.api,
});
