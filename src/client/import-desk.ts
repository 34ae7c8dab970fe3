import type { CatalogueDesk } from './catalogue-desk.ts';
import { asError, isCode } from './errors.ts';
import type { Visit } from './visit.ts';
import { callback } from './worker-link.ts';

/** Files that become a catalogue. What goes wrong is said beside them, and changes nothing. */
export class ImportDesk {
  readonly #visit: Visit;
  readonly #catalogues: CatalogueDesk;

  constructor(visit: Visit, catalogues: CatalogueDesk) {
    this.#visit = visit;
    this.#catalogues = catalogues;
  }

  async importFiles(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (!first || this.#visit.state.importing) return;
    this.#visit.set({
      importing: { phase: 'opening', file: first.name, fraction: 0, rowsRead: 0 },
      importError: null,
      report: null,
    });
    try {
      const { report } = await this.#visit.workers.vault.call((api) =>
        api.importFiles(
          files,
          callback((importing) => {
            if (this.#visit.state.importing) this.#visit.set({ importing });
          }),
        ),
      );
      this.#visit.set({ report });
      await this.#catalogues.openNew();
    } catch (error) {
      if (!isCode(error, 'import/cancelled')) this.#visit.set({ importError: asError(error) });
    } finally {
      this.#visit.set({ importing: null });
    }
  }

  async cancel(): Promise<void> {
    await this.#visit.workers.vault.call((api) => api.cancelImport());
  }
}
