import {
  changePassphrase,
  eraseRest,
  importLog,
  record,
  removeLogs,
  removePassphrase,
  saveModel,
  saveSetting,
  setPassphrase,
  withEvents,
  withoutEvents,
} from './kill-deeds.ts';
import type { Hands } from './kill-deeds.ts';
import type { VaultContent } from './kill-state.ts';

/** Something that goes on until the browser is killed. */
export interface Workload {
  readonly name: string;
  /** The browser is killed at a random moment before this has passed, ms. */
  readonly within: number;
  /** Does what has to be there first; gives what is then done again and again. */
  readonly begin: (hands: Hands) => Promise<() => Promise<void>>;
}

/** Two at a time, so that one waits while the other is being written. */
async function both(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<void> {
  await Promise.all([one(), other()]);
}

const BACKUP_PASSPHRASE = 'a boat that comes back';

export const WORKLOADS: readonly Workload[] = [
  {
    name: 'likes and settings',
    within: 300,
    begin: async (hands) => async () =>
      both(
        () => record(hands, 1),
        () => saveSetting(hands),
      ),
  },
  {
    name: 'orders of several things',
    within: 300,
    begin: async (hands) => async () =>
      both(
        () => record(hands, 2 + hands.rng.int(40), 'purchase'),
        () => record(hands, 2 + hands.rng.int(10), 'cart'),
      ),
  },
  {
    name: 'takings back and their undoing',
    within: 300,
    begin: async (hands) => {
      const there = await record(hands, 30);
      return async () => {
        const from = hands.rng.int(20);
        const some = there.slice(from, from + 1 + hands.rng.int(10));
        await hands.does(
          'a taking back',
          () =>
            hands.vault.ask(
              'takeBack',
              some.map(({ id }) => id),
            ),
          (before) => withoutEvents(before, some),
        );
        await hands.does(
          'an undoing',
          () => hands.vault.ask('restore', some),
          (before) => withEvents(before, some),
        );
      };
    },
  },
  {
    name: 'imports and removals of catalogues',
    within: 900,
    begin: async (hands) => async () => {
      await both(
        () => importLog(hands),
        () => record(hands, 3),
      );
      await removeLogs(hands, 1);
    },
  },
  {
    name: 'models',
    within: 500,
    begin: async (hands) => async () => {
      await both(
        () => saveModel(hands),
        () => record(hands, 1),
      );
      if (hands.rng.int(3) > 0) return;
      await hands.does(
        'the removal of a model',
        () => hands.vault.dropModel(),
        (before) => ({ ...before, model: null }),
      );
    },
  },
  {
    name: 'rewraps of the key',
    within: 3000,
    begin: async (hands) => async () => {
      const [first, second] = [`first passphrase ${hands.next()}`, `second passphrase ${hands.next()}`];
      const { passphrase } = hands.truth() as VaultContent;
      if (passphrase === null) await setPassphrase(hands, first);
      await changePassphrase(hands, passphrase ?? first, second);
      await removePassphrase(hands, second);
    },
  },
  {
    name: 'backups',
    within: 1500,
    begin: async (hands) => async () =>
      both(
        () =>
          hands.does(
            'a backup',
            () => hands.vault.backUp(BACKUP_PASSPHRASE),
            (before) => before,
          ),
        async () => {
          for (let i = 0; i < 5; i++) await record(hands, 2);
        },
      ),
  },
  {
    name: 'restorings of a backup',
    within: 1500,
    begin: async (hands) => {
      await saveModel(hands);
      const backup = await hands.vault.backUp(BACKUP_PASSPHRASE);
      const kept = hands.truth() as VaultContent;
      return async () => {
        await record(hands, 5);
        if (hands.rng.int(2) === 0) await saveModel(hands);
        const mode = hands.rng.int(2) === 0 ? 'merge' : 'replace';
        await hands.does(
          `a restoring by ${mode}`,
          () => hands.vault.restore(backup, BACKUP_PASSPHRASE, { mode, prefer: 'backup' }),
          (before) => {
            const back = { ...kept, passphrase: before.passphrase };
            if (mode === 'replace') return back;
            return {
              ...back,
              events: { ...before.events, ...kept.events },
              catalogues: [...new Set([...before.catalogues, ...kept.catalogues])],
              setting: kept.setting ?? before.setting,
              model: kept.model ?? before.model,
            };
          },
        );
      };
    },
  },
  {
    name: 'erasures',
    // An erasure is done in a moment, also where each write takes a while.
    within: 60,
    begin: async (hands) => {
      await both(
        () => saveModel(hands),
        () => record(hands, 3),
      );
      return async () => {
        await hands.does(
          'the erasure of the keys',
          () => hands.vault.ask('eraseKeys'),
          () => 'erasing',
        );
        await eraseRest(hands);
        await hands.vault.ask('open');
        await record(hands, 3);
      };
    },
  },
];
