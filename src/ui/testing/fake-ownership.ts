import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { initialOwnershipState } from '../../client/ownership-state.ts';
import type { Ownership, OwnershipActions, OwnershipState } from '../../client/ownership-state.ts';
import type { HomebodyState } from '../../client/state.ts';
import { HomebodyError } from '../../domain/errors.ts';
import type { KeptThing } from '../../domain/ownership.ts';
import { BACKUP, EMPTY_STORES, PENDING, STORES, thingsOf, WORK } from './fake-ownership-states.ts';

export interface FakeOwnershipParts {
  readonly store: StoreApi<HomebodyState>;
  readonly calls: string[];
  readonly began: OwnershipState;
}

/** The only passphrase that opens the fake backup. */
export const BACKUP_PASSPHRASE = 'three quiet lamps';

const KEPT: readonly KeptThing[] = [
  { place: 'database', name: 'homebody' },
  { place: 'cache', name: 'workbox-precache-v2-https://example.org/' },
  { place: 'service-worker', name: 'https://example.org/' },
  { place: 'local-storage', name: 'homebody.theme' },
  { place: 'local-storage', name: 'homebody.language' },
];

/** What is stored, with nothing behind it: what is asked for is there at once; a work stands still in its middle. */
export function fakeOwnership({ store: shop, calls, began }: FakeOwnershipParts): Ownership {
  const store = createStore<OwnershipState>(() => began);
  const set = (patch: Partial<OwnershipState>): void => store.setState(patch);
  const actions: OwnershipActions = {
    look: async () => void calls.push('look'),
    async page(name, offset, limit) {
      calls.push(`page ${name} ${offset} ${limit}`);
      const things = thingsOf(name);
      return { store: name, total: things.length, offset, things: things.slice(offset, offset + limit) };
    },
    async exportPlain(format) {
      calls.push(`exportPlain ${format}`);
      return new File(['{}'], `homebody-2026-03-14.${format}`);
    },
    async backUp(passphrase) {
      calls.push(`backUp ${passphrase}`);
      return new File(['HBBK'], 'homebody-2026-03-14.hbbackup');
    },
    async inspect(file, passphrase) {
      calls.push(`inspect ${file.name} ${passphrase}`);
      if (passphrase === BACKUP_PASSPHRASE) return BACKUP;
      set({ problem: new HomebodyError('backup/passphrase', 'The first record does not decrypt.') });
      return null;
    },
    async restore(file, passphrase, plan) {
      calls.push(`restore ${file.name} ${passphrase} ${plan.mode} ${plan.prefer}`);
      set({
        restored: {
          facts: BACKUP,
          eventsAdded: 106,
          eventsKnown: 14,
          cataloguesAdded: 1,
          modelsAdded: 1,
          labAdded: 0,
        },
      });
      return true;
    },
    async cancel() {
      calls.push('cancel');
      set({ work: null });
    },
    async discard(id) {
      calls.push(`discard ${id}`);
      set({ pending: store.getState().pending.filter((one) => one.id !== id) });
    },
    async discardDamaged(ids) {
      calls.push(`discardDamaged ${ids?.join(' ') ?? 'all'}`);
      const { storage } = shop.getState();
      if (!storage?.damaged) return;
      const { damaged, ...sound } = storage;
      const records = damaged.records.filter(({ id }) => ids !== null && !ids.includes(id));
      shop.setState({
        storage:
          records.length > 0 ? { ...sound, damaged: { ...damaged, total: records.length, records } } : sound,
      });
    },
    async erase() {
      calls.push('erase');
      shop.setState({ erased: { where: 'here', report: { found: KEPT, removed: KEPT, left: [] } } });
    },
    dismissProblem: () => set({ problem: null }),
    dismissRestored: () => set({ restored: null }),
  };
  return { store, actions };
}

/** What is known of what is stored in a state of the shop. */
export function ownershipStateOf(state: string): OwnershipState {
  if (state === 'starting' || state === 'loading') return initialOwnershipState;
  if (state === 'empty' || state === 'first-minute') {
    return { ...initialOwnershipState, stores: EMPTY_STORES };
  }
  const full: OwnershipState = { ...initialOwnershipState, stores: STORES };
  if (state === 'training') return { ...full, work: WORK };
  if (state === 'importing') return { ...full, pending: [PENDING] };
  if (state === 'error') {
    return { ...full, problem: new HomebodyError('backup/damaged', 'Part 12 of 80 does not decrypt.') };
  }
  return full;
}
