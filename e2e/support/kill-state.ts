import { DEMO_CATALOGUE } from '../../src/domain/ids.ts';
import type { StoredEvent } from '../../src/domain/events.ts';
import type { DoomedVault } from './doomed-vault.ts';
import { Refused } from './outcomes.ts';

/** What a vault holds, as far as the deeds of the kill test change it. */
export interface VaultContent {
  /** Kind and item of each event by its time, which no two share. */
  readonly events: Readonly<Record<number, string>>;
  /** Names of imported catalogues. */
  readonly catalogues: readonly string[];
  /** Mark of the kept model. */
  readonly model: number | null;
  readonly setting: number | null;
  /** The passphrase that opens it. */
  readonly passphrase: string | null;
}

/** `erasing`: the keys are gone, and nothing of it can be read. */
export type VaultTruth = VaultContent | 'erasing';

export const EMPTY: VaultContent = {
  events: {},
  catalogues: [],
  model: null,
  setting: null,
  passphrase: null,
};

export const SETTING = 'adventurousness';

/** A change of the vault that was asked for. It is a fact once it is acknowledged, and until then all of it or nothing. */
export interface Deed {
  readonly what: string;
  readonly effect: (before: VaultTruth) => VaultTruth;
}

/** Everything that may be there when these deeds were neither acknowledged nor refused. */
export function possible(before: VaultTruth, doubtful: readonly Deed[]): VaultTruth[] {
  return doubtful.reduce((all, { effect }) => [...all, ...all.map((one) => effect(one))], [before]);
}

/** Opens the vault, by one of these passphrases where it is locked, and reads all of it. Throws where any of it is damaged. */
export async function openAndRead(
  vault: DoomedVault,
  passphrases: readonly (string | null)[],
  digestOfLog: string | null,
): Promise<VaultTruth> {
  let passphrase: string | null = null;
  let content;
  try {
    content = await vault.ask('open');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === 'vault/erasing') return 'erasing';
    if (error.code !== 'vault/locked') throw error;
    passphrase = await unlock(vault, passphrases);
    content = await vault.ask('open');
  }
  const { damaged } = content.storage;
  if (damaged) {
    const some = damaged.records.slice(0, 3);
    throw new Error(`damaged: ${JSON.stringify(damaged.byStore)}, such as ${JSON.stringify(some)}`);
  }
  const imported = content.catalogues.filter(({ id }) => id !== DEMO_CATALOGUE);
  for (const { id, name } of imported) {
    const digest = await vault.digest(id);
    if (digest !== digestOfLog) throw new Error(`${name} is not as it was imported: ${digest}`);
  }
  // What was read of a restoring that was cut short waits for the same file, or to be thrown away.
  for (const { id } of await vault.ask('pendingRestores')) await vault.ask('discardRestore', id);
  const orphans = await vault.orphans();
  if (orphans.length > 0)
    throw new Error(
      `parts that belong to nothing: ${orphans.length}, of ${[...new Set(orphans)].slice(0, 3).join(', ')}`,
    );
  const log = await vault.events(DEMO_CATALOGUE);
  const events = Object.fromEntries(log.map((event) => [event.at, shown(event)]));
  if (Object.keys(events).length !== log.length) throw new Error('an event is there twice');
  return {
    events,
    catalogues: imported.map(({ name }) => name),
    model: await vault.model(),
    setting: (content.settings[SETTING] as number | undefined) ?? null,
    passphrase,
  };
}

export const shown = ({ kind, item }: Pick<StoredEvent, 'kind' | 'item'>): string => `${kind} ${item}`;

async function unlock(vault: DoomedVault, passphrases: readonly (string | null)[]): Promise<string> {
  for (const passphrase of new Set(passphrases)) {
    if (passphrase === null) continue;
    try {
      await vault.unlock(passphrase);
      return passphrase;
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'vault/wrong-passphrase')) throw error;
    }
  }
  throw new Error('no passphrase that was set opens the vault');
}
