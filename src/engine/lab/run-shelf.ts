import { HomebodyError } from '../../domain/errors.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { LabRun } from '../../domain/lab.ts';
import type { KeptRecord, LabSource } from './lab-source.ts';

const RUN = 'run';

/** A run as it is kept. */
interface KeptRun extends Omit<LabRun, 'id' | 'catalogue'> {
  /** When it was taken off the board, ms since the epoch; it can be brought back until it is purged. */
  readonly removedAt?: number;
}

/** The runs that are stored, with their models and, of those that were measured here, the figures of each user. */
export class RunShelf {
  readonly #source: LabSource;

  constructor(source: LabSource) {
    this.#source = source;
  }

  /** Newest first, without those that were removed. */
  async list(catalogue: CatalogueId): Promise<readonly LabRun[]> {
    const kept = await this.#kept(catalogue);
    return kept
      .filter(({ run }) => run.removedAt === undefined)
      .map(({ id, run }) => runOf(catalogue, id, run))
      .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  }

  /** @throws 'lab/unknown-run' */
  async get(catalogue: CatalogueId, id: string): Promise<LabRun> {
    return runOf(catalogue, id, await this.#find(catalogue, id));
  }

  async add(
    catalogue: CatalogueId,
    run: Omit<LabRun, 'id' | 'catalogue'>,
    parts: { readonly model: Uint8Array<ArrayBuffer>; readonly figures?: Uint8Array<ArrayBuffer> },
  ): Promise<LabRun> {
    const id = await this.#source.addLabRecord(catalogue, RUN, run satisfies KeptRun, parts);
    return { ...run, id, catalogue };
  }

  /** @throws 'lab/unknown-run' */
  async remove(catalogue: CatalogueId, id: string, removedAt: number): Promise<void> {
    const run = await this.#find(catalogue, id);
    await this.#source.changeLabRecord(catalogue, id, { ...run, removedAt } satisfies KeptRun);
  }

  /** @throws 'lab/unknown-run' */
  async restore(catalogue: CatalogueId, id: string): Promise<LabRun> {
    const { removedAt: _removedAt, ...run } = await this.#find(catalogue, id, true);
    await this.#source.changeLabRecord(catalogue, id, run satisfies KeptRun);
    return runOf(catalogue, id, run);
  }

  /** Removes for good what was taken off at `before` or earlier. */
  async purge(catalogue: CatalogueId, before: number): Promise<void> {
    for (const { id, run } of await this.#kept(catalogue)) {
      if (run.removedAt !== undefined && run.removedAt <= before) {
        await this.#source.removeLabRecord(catalogue, id);
      }
    }
  }

  /** `ModelCheckpoint`. @throws 'lab/unknown-run', 'vault/damaged' */
  model(catalogue: CatalogueId, id: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.#source.labPart(catalogue, id, 'model');
  }

  /** See `encodeFigures`. @throws 'lab/unknown-run', 'vault/damaged' */
  figures(catalogue: CatalogueId, id: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.#source.labPart(catalogue, id, 'figures');
  }

  async #kept(catalogue: CatalogueId): Promise<readonly { readonly id: string; readonly run: KeptRun }[]> {
    return (await this.#source.labRecords(catalogue))
      .filter(({ kind }: KeptRecord) => kind === RUN)
      .map(({ id, value }) => ({ id, run: value as KeptRun }));
  }

  async #find(catalogue: CatalogueId, id: string, removed = false): Promise<KeptRun> {
    const found = (await this.#kept(catalogue)).find((kept) => kept.id === id)?.run;
    if (found && (removed || found.removedAt === undefined)) return found;
    throw new HomebodyError('lab/unknown-run', 'There is no such run.', {
      remedy: 'Look at the board again: it may have been removed, here or in another tab.',
      detail: { catalogue, run: id },
    });
  }
}

function runOf(catalogue: CatalogueId, id: string, kept: KeptRun): LabRun {
  const { removedAt: _removedAt, ...run } = kept;
  return { ...run, id, catalogue };
}
