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
import { LabSeat } from './lab-seat.ts';
import type { ShowWork } from './lab-seat.ts';
import type { PrivacyWork } from './lab-state.ts';

/** Attacks on runs, and exports under differential privacy: one piece of work at a time. */
export class PrivacyDesk {
  readonly #room: LabRoom;
  readonly #seat: LabSeat<'privacyWork'>;

  constructor(room: LabRoom, training: TrainingDesk) {
    this.#room = room;
    this.#seat = new LabSeat(room, training, 'privacyWork');
  }

  /** What was released, read anew: another tab may have released more. */
  async count(): Promise<void> {
    const catalogue = this.#room.visit.catalogueId();
    const releases = await this.#room.engine.call((api) => api.labReleases(catalogue));
    this.#room.setFor(catalogue, { releases });
  }

  async attack(request: Omit<AttackRequest, 'catalogue'>): Promise<AttackReport | null> {
    const { engine } = this.#room;
    const report = await this.#seat.take(waiting('attack'), (catalogue, show) =>
      engine.call((api) => api.labAttack({ catalogue, ...request }, heard(show))),
    );
    if (report) this.#room.setFor(report.catalogue, { attack: report });
    return report;
  }

  async cost(request: Omit<PrivateRequest, 'catalogue'>): Promise<PrivacyCost | null> {
    const { engine } = this.#room;
    const cost = await this.#seat.take(waiting('cost'), (catalogue, show) =>
      engine.call((api) => api.labPrivacyCost({ catalogue, ...request }, heard(show))),
    );
    if (cost) this.#room.setFor(cost.request.catalogue, { cost });
    return cost;
  }

  /** The file; null when it was cancelled, and then nothing was released. */
  async export(request: Omit<PrivateRequest, 'catalogue'>): Promise<File | null> {
    const { engine, visit } = this.#room;
    const catalogue = visit.catalogueId();
    const made = await this.#seat.take(waiting('export'), (_, show) =>
      engine.call((api) => api.labPrivateExport({ catalogue, ...request }, visit.now(), heard(show))),
    );
    if (!made) return null;
    this.#room.setFor(catalogue, { releases: made.tally, released: made.release });
    visit.countStorage();
    return this.#fileOf(catalogue, request, made);
  }

  cancel(): Promise<void> {
    return this.#seat.leave();
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
}

const waiting = (kind: PrivacyWork['kind']): PrivacyWork => ({ kind, progress: null, cancelling: false });

const heard = (show: ShowWork<'privacyWork'>): ((progress: PrivacyProgress) => void) =>
  callback((progress) => void show({ progress }));
