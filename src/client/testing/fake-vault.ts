import type { CatalogueSummary } from '../../domain/catalogue.ts';
import type { DamageReport } from '../../domain/damage.ts';
import { HomebodyError } from '../../domain/errors.ts';
import type { StoredEvent } from '../../domain/events.ts';
import { catalogueId, DEMO_CATALOGUE, itemId, itemIndex } from '../../domain/ids.ts';
import type { CatalogueId, ItemIndex } from '../../domain/ids.ts';
import type { Item, ItemLanguage, ItemPicture } from '../../domain/item.ts';
import type { NewPasskey, PasskeyFacts } from '../../domain/lock.ts';
import { outcomeOf } from '../../domain/outcome.ts';
import type { HistoryChange, VaultApi, VaultState } from '../../protocol/vault-api.ts';

export const ITEM_COUNT = 20;

const summary = (id: string): CatalogueSummary => ({
  id: catalogueId(id),
  name: id,
  origin: id === 'demo' ? 'demo' : 'import',
  simulated: id === 'demo',
  userCount: 3,
  itemCount: ITEM_COUNT,
  interactionCount: 9,
  currency: null,
  departments: ['odd', 'even'],
  brands: ['small', 'large'],
  dateRange: null,
});

const KETTLE: ItemPicture = {
  type: 'kettle',
  material: 'enamel',
  colour: '#b8402f',
  accent: '#f0e6d0',
  pattern: 'plain',
  variation: 0,
};

/** What is stored, for as many tabs as open it; `calls` says what was asked of it. */
export class FakeVault {
  events: StoredEvent[] = [];
  settings: Record<string, unknown> = {};
  catalogues: CatalogueSummary[] = [summary('demo')];
  current: CatalogueId = DEMO_CATALOGUE;
  calls: string[] = [];
  damaged: DamageReport | undefined = undefined;
  /** Set to hold every `record` until the promise settles; rejects with what the promise rejects with. */
  recordGate: Promise<void> = Promise.resolve();
  importFailure: HomebodyError | null = null;
  /** Pieces left of each thing; undefined: not tracked. */
  stock: number | undefined = undefined;
  /** Rows of one kind of thing, by their pictures; the others have none. */
  kettles: readonly number[] = [];
  /** See `FakeLock`; null: it opens by itself. */
  passphrase: string | null = null;
  passkeys: readonly (NewPasskey & PasskeyFacts)[] = [];
  wrongTries = 0;
  /** Whether the next opening opens. */
  unlocked = false;
  #version = 1;
  #nextId = 1;

  readonly api: Omit<VaultApi, 'connectEngine'> = {
    open: () =>
      outcomeOf(() => {
        if (this.passphrase === null || this.unlocked) return this.#state();
        throw new HomebodyError('vault/locked', 'Locked.', { detail: { wraps: ['passphrase'] } });
      }),
    items: (_catalogue, indexes, language) =>
      outcomeOf(() => {
        this.calls.push('items');
        return indexes
          .filter((index) => index < ITEM_COUNT)
          .map((index) => ({ index, item: this.#item(index, language) }));
      }),
    events: (catalogue) =>
      outcomeOf(() =>
        this.events
          .filter((event) => event.catalogue === catalogue)
          .map((event) => ({ ...event, index: rowOf(event) }))
          .toReversed(),
      ),
    record: (events) =>
      outcomeOf(async () => {
        this.calls.push(`record ${events.map((event) => `${event.kind} ${event.item}`).join(', ')}`);
        await this.recordGate;
        const stored = events.map((event) => ({ ...event, id: this.#nextId++ }));
        this.events.push(...stored);
        return this.#change(stored);
      }),
    takeBack: (ids) =>
      outcomeOf(() => {
        const gone = this.events.filter((one) => ids.includes(one.id));
        if (gone.length < ids.length) {
          throw new HomebodyError('vault/unknown-event', `Not all of ${ids.join(', ')} exist.`);
        }
        this.events = this.events.filter((one) => !ids.includes(one.id));
        return this.#change(gone);
      }),
    restore: (events) =>
      outcomeOf(() => {
        this.events = [...this.events, ...events].toSorted((a, b) => a.id - b.id);
        return this.#change(events);
      }),
    personas: () => outcomeOf(() => [{ id: 'hiker', likes: [itemIndex(3), itemIndex(5)] }]),
    importFiles: () =>
      outcomeOf(() => {
        if (this.importFailure) throw this.importFailure;
        const catalogue = summary('films');
        this.catalogues = [...this.catalogues, catalogue];
        this.current = catalogue.id;
        return { catalogue, report: { format: 'test' } as never };
      }),
    cancelImport: () => outcomeOf(() => null),
    switchCatalogue: (id) =>
      outcomeOf(() => {
        this.current = id;
        return this.#state();
      }),
    removeCatalogue: (id) =>
      outcomeOf(() => {
        this.calls.push(`removeCatalogue ${id}`);
        if (!this.catalogues.some((one) => one.id === id)) {
          throw new HomebodyError('vault/unknown-catalogue', `There is no catalogue ${id}.`);
        }
        this.catalogues = this.catalogues.filter((one) => one.id !== id);
        this.events = this.events.filter((event) => event.catalogue !== id);
        if (this.current === id) this.current = DEMO_CATALOGUE;
        return this.#state();
      }),
    saveSetting: (name, value) =>
      outcomeOf(() => {
        this.settings = { ...this.settings, [name]: value };
        return null;
      }),
    storage: () => outcomeOf(() => this.#state().storage),
    discardDamaged: (ids) =>
      outcomeOf(() => {
        this.calls.push(`discardDamaged ${ids?.join(', ') ?? 'all'}`);
        this.damaged = undefined;
        return this.#state();
      }),
  };

  #state(): VaultState {
    return {
      current: this.current,
      catalogues: this.catalogues,
      historyVersion: this.#version,
      storage: {
        stores: [],
        events: this.events.length,
        bytes: 100 * this.events.length,
        ...(this.damaged ? { damaged: this.damaged } : {}),
      },
      settings: this.settings,
    };
  }

  #change(events: readonly StoredEvent[]): HistoryChange {
    this.#version += 1;
    return { events, historyVersion: this.#version };
  }

  #item(index: ItemIndex, language: ItemLanguage | undefined): Item {
    const stock = this.stock === undefined ? {} : { stock: this.stock };
    const department = index % 2 === 0 ? 'even' : 'odd';
    const local = language ? { local: { [language]: { title: `第 ${index} 件`, department } } } : {};
    const picture = this.kettles.includes(index) ? { picture: KETTLE } : {};
    return { id: itemId(`i${index}`), title: `Item ${index}`, department, ...picture, ...stock, ...local };
  }
}

export function rowOf(event: StoredEvent): ItemIndex {
  return itemIndex(Number(event.item.slice(1)));
}
