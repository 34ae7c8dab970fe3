import type { CatalogueId } from '../../domain/ids.ts';
import type { Release, ReleaseTally } from '../../domain/lab-privacy.ts';
import { composed } from '../privacy/composition.ts';
import type { LabSource } from './lab-source.ts';

const RELEASE = 'release';

/**
 * What was exported privately of each catalogue. Nothing is taken out while the catalogue is here: what was handed on is
 * out.
 */
export class ReleaseBook {
  readonly #source: LabSource;

  constructor(source: LabSource) {
    this.#source = source;
  }

  async tally(catalogue: CatalogueId): Promise<ReleaseTally> {
    const releases = (await this.#source.labRecords(catalogue))
      .filter(({ kind }) => kind === RELEASE)
      .map(({ id, value }): Release => ({ ...(value as Omit<Release, 'id'>), id }))
      .toSorted((a, b) => b.at - a.at);
    return { releases, together: composed(releases.map(({ claim }) => claim)) };
  }

  async add(catalogue: CatalogueId, release: Omit<Release, 'id'>): Promise<Release> {
    const id = await this.#source.addLabRecord(catalogue, RELEASE, release, {});
    return { ...release, id };
  }
}
