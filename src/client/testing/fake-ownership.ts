import { HomebodyError } from '../../domain/errors.ts';
import { DEMO_CATALOGUE, itemId } from '../../domain/ids.ts';
import { outcomeOf } from '../../domain/outcome.ts';
import type { BackupFacts, KeptThing, PendingRestore, RestorePlan } from '../../domain/ownership.ts';
import type { OwnershipApi } from '../../protocol/ownership-api.ts';
import type { FakeVault } from './fake-vault.ts';

const FACTS: BackupFacts = {
  id: 'b1',
  madeAt: 1000,
  events: 1,
  dateRange: [900, 900],
  catalogues: [],
  models: 0,
  lab: 0,
  bytes: 100,
};

/** What is asked of the vault's worker about all that is stored; `calls` of the vault says what was. */
export class FakeOwnership {
  readonly #vault: FakeVault;
  /** Set to hold the work until the promise settles; rejects with what the promise rejects with. */
  gate: Promise<void> = Promise.resolve();
  pending: PendingRestore[] = [];
  databases: KeptThing[] = [{ place: 'database', name: 'homebody' }];
  /** Set to let the databases stay. */
  eraseFailure: HomebodyError | null = null;

  constructor(vault: FakeVault) {
    this.#vault = vault;
  }

  readonly api: OwnershipApi = {
    ownedStores: () =>
      outcomeOf(() => [{ name: 'events', records: this.#vault.events.length, bytes: 10, inTheClear: false }]),
    ownedPage: (store, offset, limit, language) =>
      outcomeOf(() => {
        this.#call(`page ${store} ${offset} ${limit} ${language}`);
        return { store, total: 0, offset, things: [] };
      }),
    ownedExport: (format, now, language) =>
      outcomeOf(() => {
        this.#call(`export ${format} ${now} ${language}`);
        return new Blob(['plain'], { type: `text/${format}` });
      }),
    backUp: (passphrase, now, onProgress) =>
      outcomeOf(async () => {
        this.#call(`backUp ${passphrase} ${now}`);
        for (const bytesDone of [0, 25]) onProgress({ phase: 'writing', bytesDone, bytesTotal: 100 });
        await this.gate;
        return new Blob(['sealed']);
      }),
    inspectBackup: (_file, passphrase) =>
      outcomeOf(() => {
        if (passphrase === 'right') return FACTS;
        throw new HomebodyError('backup/passphrase', 'wrong');
      }),
    restoreBackup: (_file, _passphrase, plan, now) =>
      outcomeOf(async () => {
        this.#call(`restore ${(plan satisfies RestorePlan).mode} ${now}`);
        await this.gate;
        const event = {
          catalogue: DEMO_CATALOGUE,
          item: itemId('i7'),
          kind: 'like',
          at: 900,
          id: 50,
        } as const;
        this.#vault.events = [event];
        this.#vault.settings = { adventurousness: 0.9 };
        const added = { eventsAdded: 1, eventsKnown: 0, cataloguesAdded: 0, modelsAdded: 0, labAdded: 0 };
        return { facts: FACTS, ...added };
      }),
    cancelBackup: () =>
      outcomeOf(() => {
        this.#call('cancelBackup');
        return null;
      }),
    pendingRestores: () => outcomeOf(() => this.pending),
    discardRestore: (id) =>
      outcomeOf(() => {
        this.pending = this.pending.filter((one) => one.id !== id);
        return null;
      }),
    eraseKeys: () =>
      outcomeOf(() => {
        this.#call('eraseKeys');
        return null;
      }),
    eraseRest: () =>
      outcomeOf(() => {
        if (this.eraseFailure) throw this.eraseFailure;
        this.#call('eraseRest');
        const found = this.databases;
        this.databases = [];
        return { found, removed: found, left: [] };
      }),
  };

  #call(what: string): void {
    this.#vault.calls.push(what);
  }
}
