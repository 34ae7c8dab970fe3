import { DEMO_CATALOGUE } from '../../src/domain/ids.ts';
import type { ItemId } from '../../src/domain/ids.ts';
import type { EventKind, NewEvent, StoredEvent } from '../../src/domain/events.ts';
import type { Rng } from '../../src/domain/rng.ts';
import { opener } from './doomed-vault.ts';
import type { DoomedVault } from './doomed-vault.ts';
import { EMPTY, SETTING, shown } from './kill-state.ts';
import type { Deed, VaultContent, VaultTruth } from './kill-state.ts';

/** What a workload works with. */
export interface Hands {
  readonly vault: DoomedVault;
  readonly rng: Rng;
  readonly items: readonly ItemId[];
  /** Rows of the log that is imported, by file name. */
  readonly log: (name: string) => readonly { readonly name: string; readonly text: string }[];
  /** Numbers that were never given out before, of all kills together. */
  readonly next: () => number;
  /** What is there, as far as it was acknowledged. */
  readonly truth: () => VaultTruth;
  /** Does a deed: its effect is a fact when `act` resolves. */
  readonly does: <T>(
    what: string,
    act: () => Promise<T>,
    effect: (before: VaultContent) => VaultTruth,
  ) => Promise<T>;
}

const KINDS: readonly EventKind[] = ['view', 'like', 'dismiss', 'cart', 'wish'];

function events(hands: Hands, count: number, kind?: EventKind): NewEvent[] {
  return Array.from({ length: count }, () => ({
    catalogue: DEMO_CATALOGUE,
    item: hands.items[hands.rng.int(hands.items.length)]!,
    kind: kind ?? KINDS[hands.rng.int(KINDS.length)]!,
    at: hands.next(),
  }));
}

export const withEvents = (before: VaultContent, added: readonly NewEvent[]): VaultContent => ({
  ...before,
  events: { ...before.events, ...Object.fromEntries(added.map((event) => [event.at, shown(event)])) },
});

export const withoutEvents = (before: VaultContent, gone: readonly NewEvent[]): VaultContent => {
  const times = new Set(gone.map(({ at }) => String(at)));
  return {
    ...before,
    events: Object.fromEntries(Object.entries(before.events).filter(([at]) => !times.has(at))),
  };
};

export async function record(hands: Hands, count: number, kind?: EventKind): Promise<readonly StoredEvent[]> {
  const added = events(hands, count, kind);
  const change = await hands.does(
    count === 1 ? 'an event' : 'several events',
    () => hands.vault.ask('record', added),
    (before) => withEvents(before, added),
  );
  return change.events;
}

export const saveSetting = (hands: Hands): Promise<unknown> => {
  const value = hands.next();
  return hands.does(
    'a setting',
    () => hands.vault.ask('saveSetting', SETTING, value),
    (before) => ({ ...before, setting: value }),
  );
};

export const importLog = (hands: Hands): Promise<string> => {
  const name = `log-${hands.next()}`;
  return hands.does(
    'an import',
    () => hands.vault.importLog(hands.log(name)),
    (before) => ({ ...before, catalogues: [...before.catalogues, name] }),
  );
};

export async function removeLogs(hands: Hands, keep: number): Promise<void> {
  const { catalogues } = await hands.vault.ask('open');
  const imported = catalogues.filter(({ id }) => id !== DEMO_CATALOGUE);
  for (const { id, name } of imported.slice(0, Math.max(0, imported.length - keep))) {
    await hands.does(
      'the removal of a catalogue',
      () => hands.vault.ask('removeCatalogue', id),
      (before) => ({ ...before, catalogues: before.catalogues.filter((one) => one !== name) }),
    );
  }
}

export const saveModel = (hands: Hands): Promise<void> => {
  const mark = 1 + (hands.next() % 255);
  return hands.does(
    'a model',
    () => hands.vault.saveModel(mark),
    (before) => ({ ...before, model: mark }),
  );
};

const lock = (
  hands: Pick<Hands, 'does'>,
  what: string,
  act: () => Promise<unknown>,
  passphrase: string | null,
): Promise<unknown> => hands.does(what, act, (before) => ({ ...before, passphrase }));

export const setPassphrase = (hands: Pick<Hands, 'vault' | 'does'>, next: string): Promise<unknown> =>
  lock(hands, 'a passphrase', () => hands.vault.ask('setPassphrase', next), next);

export const changePassphrase = (
  hands: Pick<Hands, 'vault' | 'does'>,
  old: string,
  next: string,
): Promise<unknown> =>
  lock(
    hands,
    'another passphrase',
    () => hands.vault.ask('changePassphrase', opener(old), next, Date.now()),
    next,
  );

export const removePassphrase = (hands: Pick<Hands, 'vault' | 'does'>, old: string): Promise<unknown> =>
  lock(hands, 'no passphrase', () => hands.vault.ask('removePassphrase', opener(old), Date.now()), null);

/** The second half of an erasure, also of one that was cut short, and the visit after it. */
export async function eraseRest(hands: Pick<Hands, 'vault' | 'does'>): Promise<void> {
  const { left } = await hands.does(
    'the rest of an erasure',
    () => hands.vault.ask('eraseRest'),
    () => EMPTY,
  );
  if (left.length > 0) throw new Error(`an erasure left ${JSON.stringify(left)}`);
  await hands.vault.visit();
}

/** A deed's effect on whatever is there: of an erased vault nothing but the end of its erasure changes anything. */
export function deedOf(what: string, effect: (before: VaultContent) => VaultTruth): Deed {
  return {
    what,
    effect: (before) => {
      if (before !== 'erasing') return effect(before);
      return what === 'the rest of an erasure' ? EMPTY : before;
    },
  };
}
