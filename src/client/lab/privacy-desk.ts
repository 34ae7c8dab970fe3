import type { CatalogueId } from '../../domain/ids.ts';
import { itemIndex } from '../../domain/ids.ts';
import type {
  AttackReport,
  AttackRequest,
  PrivacyCost,
  PrivacyProgress,
  PrivateExport,
  PrivateRequest,
} from '../../domain/lab-privacy.ts';
import type { TrainingDesk } from '../training-desk.ts';
import { callback } from '../worker-link.ts';
import type { LabRoom } from './lab-room.ts';
import type { PrivacyWork } from './lab-state.ts';

type Listener = (progress: PrivacyProgress) => void;

/** Attacks on runs, and exports under differential privacy: one piece of work at a time. */
export class PrivacyDesk {
  readonly #room: LabRoom;
  readonly #training: TrainingDesk;
  #own: { readonly leave: AbortController; begun: boolean } | null = null;

  constructor(room: LabRoom, training: TrainingDesk) {
    this.#room = room;
    this.#training = training;
  }

  /** What was released, read anew: another tab may have released more. */
  async count(): Promise<void> {
    const catalogue = this.#room.visit.catalogueId();
    const releases = await this.#room.engine.call((api) => api.labReleases(catalogue));
    this.#room.setFor(catalogue, { releases });
  }

  async attack(request: Omit<AttackRequest, 'catalogue'>): Promise<AttackReport | null> {
    const { engine } = this.#room;
    const report = await this.#work('attack', (catalogue, listen) =>
      engine.call((api) => api.labAttack({ catalogue, ...request }, callback(listen))),
    );
    if (report) this.#room.setFor(report.catalogue, { attack: report });
    return report;
  }

  async cost(request: Omit<PrivateRequest, 'catalogue'>): Promise<PrivacyCost | null> {
    const { engine } = this.#room;
    const cost = await this.#work('cost', (catalogue, listen) =>
      engine.call((api) => api.labPrivacyCost({ catalogue, ...request }, callback(listen))),
    );
    if (cost) this.#room.setFor(cost.request.catalogue, { cost });
    return cost;
  }

  /** The file; null when it was cancelled, and then nothing was released. */
  async export(request: Omit<PrivateRequest, 'catalogue'>): Promise<File | null> {
    const { engine, visit } = this.#room;
    const catalogue = visit.catalogueId();
    const made = await this.#work('export', (_, listen) =>
      engine.call((api) => api.labPrivateExport({ catalogue, ...request }, visit.now(), callback(listen))),
    );
    if (!made) return null;
    this.#room.setFor(catalogue, { releases: made.tally, released: made.release });
    visit.countStorage();
    return this.#fileOf(catalogue, request, made);
  }

  async cancel(): Promise<void> {
    const own = this.#own;
    if (!own) return;
    own.leave.abort();
    const { privacyWork } = this.#room.state;
    if (privacyWork) this.#room.set({ privacyWork: { ...privacyWork, cancelling: true } });
    if (own.begun) await this.#room.engine.call((api) => api.labCancel());
  }

  async #fileOf(
    catalogue: CatalogueId,
    { what, epsilon }: Omit<PrivateRequest, 'catalogue'>,
    { release, file, counts, statement }: PrivateExport,
  ): Promise<File> {
    const name = [release.model ?? [], what === 'model' ? [] : what, 'private', `epsilon-${epsilon}`]
      .flat()
      .join('-');
    if (file) return new File([file], `${name}.safetensors`, { type: 'application/octet-stream' });
    const rows = Array.from(counts ?? [], (_, row) => itemIndex(row));
    const items = await this.#room.visit.items.get(catalogue, rows);
    const text = JSON.stringify(
      {
        privacy: Object.fromEntries(statement),
        counts: items.map(({ index, item: { id, title } }) => ({ id, title, people: counts![index] })),
      },
      null,
      1,
    );
    return new File([text], `${name}.json`, { type: 'application/json' });
  }

  /** A second piece while one is at work is not begun. Null when it was cancelled. */
  async #work<T>(
    kind: PrivacyWork['kind'],
    run: (catalogue: CatalogueId, listen: Listener) => Promise<T>,
  ): Promise<T | null> {
    if (this.#own) return null;
    const catalogue = this.#room.visit.catalogueId();
    const own = { leave: new AbortController(), begun: false };
    this.#own = own;
    const fresh: PrivacyWork = { kind, progress: null, cancelling: false };
    this.#room.set({ privacyWork: fresh });
    const listen: Listener = (progress) => {
      if (this.#own !== own) return;
      this.#room.setFor(catalogue, {
        privacyWork: { ...(this.#room.state.privacyWork ?? fresh), progress },
      });
    };
    let done: T | null = null;
    const work = async (): Promise<void> => {
      own.begun = true;
      done = await run(catalogue, listen);
    };
    try {
      await this.#training.lendSeat(catalogue, work, () => this.cancel(), own.leave.signal);
    } finally {
      this.#own = null;
      this.#room.set({ privacyWork: null });
    }
    return done;
  }
}
