import type { CatalogueId } from '../domain/ids.ts';
import { Catalogues } from './catalogues.ts';
import type { GeneratedCatalogue } from './catalogues.ts';
import { Checkpoints } from './checkpoints.ts';
import { Chunks } from './chunks.ts';
import type { OnChunkDamage } from './chunks.ts';
import { Cipher } from './cipher.ts';
import type { Database } from './database.ts';
import { EventLog } from './event-log.ts';
import { LabRecords } from './lab-records.ts';
import type { Leases } from './leases.ts';
import { Ledger } from './ledger.ts';
import { Quarantine } from './quarantine.ts';
import type { Removal } from './records.ts';
import { restoringOwners } from './restoring-owners.ts';
import type { ChunkStore } from './schema.ts';
import { Settings } from './settings.ts';

/** What a vault is made of: each part knows of one kind of record, and all of them change by the ledger. */
export interface VaultInside {
  readonly db: Database;
  readonly cipher: Cipher;
  readonly leases: Leases;
  readonly ledger: Ledger;
  readonly quarantine: Quarantine;
  readonly chunks: Readonly<Record<ChunkStore, Chunks>>;
  readonly catalogues: Catalogues;
  readonly checkpoints: Checkpoints;
  readonly events: EventLog;
  readonly settings: Settings;
  readonly lab: LabRecords;
}

export interface AssemblyOptions {
  readonly demo: GeneratedCatalogue;
  readonly leases: Leases;
  /** ms since the epoch: when damage was first seen. */
  readonly now: () => number;
}

/** Puts the parts together. Nothing is read yet. */
export function assemble(
  db: Database,
  dataKey: CryptoKey,
  { demo, leases, now }: AssemblyOptions,
): VaultInside {
  const cipher = new Cipher(dataKey);
  const ledger = new Ledger(db, cipher, now);
  const quarantine = new Quarantine(ledger, (id) => hangingOn(inside, id));
  const onDamage: OnChunkDamage = (...damage) => quarantine.noteChunk(...damage);
  const chunks = {
    catalogueChunks: new Chunks(db, cipher, leases, 'catalogueChunks', onDamage),
    checkpointChunks: new Chunks(db, cipher, leases, 'checkpointChunks', onDamage),
    labChunks: new Chunks(db, cipher, leases, 'labChunks', onDamage),
  };
  const catalogues = new Catalogues(ledger, chunks.catalogueChunks, demo);
  const inside: VaultInside = {
    db,
    cipher,
    leases,
    ledger,
    quarantine,
    chunks,
    catalogues,
    checkpoints: new Checkpoints(ledger, chunks.checkpointChunks),
    events: new EventLog(ledger),
    settings: new Settings(ledger, demo.summary.id),
    lab: new LabRecords(ledger, chunks.labChunks, (id) => catalogues.mustExist(id)),
  };
  return inside;
}

/** Reads what is stored, and removes the chunks of what was cut short and will not go on. */
export async function readAndSweep({ ledger, quarantine, chunks }: VaultInside): Promise<void> {
  const spared = async (): Promise<ReadonlySet<string>> => {
    await ledger.refresh();
    return new Set([...restoringOwners(ledger), ...quarantine.owners()]);
  };
  const sweeps = Object.values(chunks).map((some) => some.sweep(spared));
  await Promise.all([ledger.refresh(), ...sweeps]);
}

/**
 * The parts of a plan that remove a catalogue and all that hangs on it.
 * @throws 'vault/unknown-catalogue' · 'argument/range'
 */
export function removalOf(inside: VaultInside, id: CatalogueId): Removal {
  const [content, hanging] = [inside.catalogues.removal(id), hangingOn(inside, id)];
  return {
    put: hanging.put,
    remove: [...content.remove, ...hanging.remove],
    removeChunks: [...content.removeChunks, ...hanging.removeChunks],
  };
}

/** Those that remove what is of no use without a catalogue. */
function hangingOn({ checkpoints, lab, settings, events }: VaultInside, id: CatalogueId): Removal {
  const parts = [checkpoints.removal(id), lab.removal(id)];
  return {
    put: settings.without(id),
    remove: [...parts.flatMap(({ remove }) => remove), ...events.removal(id)],
    removeChunks: parts.flatMap(({ removeChunks }) => removeChunks),
  };
}
