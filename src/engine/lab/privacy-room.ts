import type { InteractionColumns } from '../../domain/interactions.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { LabRun } from '../../domain/lab.ts';
import type {
  AttackReport,
  AttackRequest,
  PrivacyCost,
  PrivacyProgress,
  PrivateExport,
  PrivateRequest,
  ReleaseTally,
} from '../../domain/lab-privacy.ts';
import { createRng } from '../../domain/rng.ts';
import type { NoiseSource } from '../privacy/noise-source.ts';
import type { DatasetSource } from '../serving/dataset-source.ts';
import type { Seat } from '../serving/seat.ts';
import type { RecommenderSession } from '../serving/session.ts';
import { throwIfCancelled } from '../training/cancelled.ts';
import { attackRun } from './attack-run.ts';
import type { LabSource } from './lab-source.ts';
import { privacyCost } from './privacy-cost.ts';
import { makePrivateExport, privateStatement } from './private-export.ts';
import { planOf } from './private-plan.ts';
import { ReleaseBook } from './release-book.ts';
import type { RunShelf } from './run-shelf.ts';

type Listener = (progress: PrivacyProgress) => void;

/** Runs work of the lab so that the lab's cancel ends it. */
export type AtWork = <T>(work: () => Promise<T>) => Promise<T>;

export interface PrivacyRoomOptions {
  readonly source: DatasetSource & LabSource;
  readonly session: RecommenderSession;
  readonly runs: RunShelf;
  /** Of what is handed on. */
  readonly noise: NoiseSource;
  readonly atWork: AtWork;
}

/** Attacks on models, and exports under differential privacy. All work is done in the session's only seat. */
export class PrivacyRoom {
  readonly #options: PrivacyRoomOptions;
  readonly #releases: ReleaseBook;

  constructor(options: PrivacyRoomOptions) {
    this.#options = options;
    this.#releases = new ReleaseBook(options.source);
  }

  attack(request: AttackRequest, onProgress: Listener): Promise<AttackReport> {
    return this.#with(request, (target, log, seat) => attackRun({ request, target, log, seat, onProgress }));
  }

  cost(request: PrivateRequest, onProgress: Listener): Promise<PrivacyCost> {
    return this.#with(request, (like, log, seat) => privacyCost({ request, like, log, seat, onProgress }));
  }

  /**
   * It is in the tally before anybody has the file: one that is lost on the way counts, one that is out and does not count
   * cannot be.
   */
  export(request: PrivateRequest, at: number, onProgress: Listener): Promise<PrivateExport> {
    const { catalogue, what } = request;
    const { noise } = this.#options;
    return this.#with(request, async (like, log, seat) => {
      const plan = planOf(request, like, log, noise);
      // Of the start alone; the same in every release, so that it tells nothing.
      const start = createRng(1).fork('private start');
      const { facts: itemFacts } = seat;
      const made = { plan, what, log, itemFacts, noise, start, at, seat, onProgress };
      const { file, counts } = await makePrivateExport(made);
      throwIfCancelled(seat.run.signal);
      const model = plan.kind ? like.model : null;
      const release = await this.#releases.add(catalogue, { at, what, model, claim: plan.claim });
      const tally = await this.#releases.tally(catalogue);
      return { release, tally, file, counts, statement: privateStatement(plan.claim) };
    });
  }

  tally(catalogue: CatalogueId): Promise<ReleaseTally> {
    return this.#releases.tally(catalogue);
  }

  #with<T>(
    { catalogue, run }: Pick<PrivateRequest, 'catalogue' | 'run'>,
    work: (run: LabRun, log: InteractionColumns, seat: Seat) => Promise<T>,
  ): Promise<T> {
    const { source, session, runs, atWork } = this.#options;
    return atWork(() =>
      session.occupy(catalogue, async (seat) => {
        const described = await runs.get(catalogue, run);
        const log = await source.interactions(catalogue);
        return work(described, log, seat);
      }),
    );
  }
}
