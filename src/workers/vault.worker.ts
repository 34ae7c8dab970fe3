/** The room that knows who the visitor is. */
import { readDataset } from '../datasets/read-dataset.ts';
import { webLeases } from '../vault/leases.ts';
import { Vault } from '../vault/vault.ts';
import { createYieldTurn } from './turns.ts';
import { createDemoShop } from './vault-demo.ts';
import { exposeVault } from './vault-expose.ts';
import { createVaultService } from './vault-service.ts';

exposeVault(
  createVaultService({
    openVault: () =>
      Vault.open({
        databaseName: 'homebody',
        demo: () => createDemoShop(createYieldTurn()),
        leases: webLeases(navigator.locks, 'homebody/'),
      }),
    readDataset,
  }),
);
