import { HomebodyError } from '../../domain/errors.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type {
  DatasetFacts,
  ItemMap,
  ItemMapRequest,
  LabRun,
  LabStudy,
  ListsRequest,
  Promotions,
  RunComparison,
  RunProgress,
  RunRequest,
  StudyNews,
  StudyRequest,
  VisitorLists,
} from '../../domain/lab.ts';
import { fingerprintOf } from '../checkpoint/fingerprint.ts';
import { decodeModel } from '../checkpoint/model-checkpoint.ts';
import type { ConstellationSink } from '../constellation/sender.ts';
import { modelKind } from '../models/registry.ts';
import type { NoiseSource } from '../privacy/noise-source.ts';
import type { DatasetSource } from '../serving/dataset-source.ts';
import { servingModelOf } from '../serving/serving-model.ts';
import type { RecommenderSession } from '../serving/session.ts';
import { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { requireComparable, runComparisonSteps } from './compare-runs.ts';
import { datasetFactsSteps } from './dataset-facts.ts';
import { logFingerprintSteps } from './fingerprints.ts';
import type { LabSource } from './lab-source.ts';
import { makeRun } from './make-run.ts';
import { PrivacyGate } from './privacy-gate.ts';
import type { AtWork } from './privacy-room.ts';
import { PromotionBook } from './promotion-book.ts';
import { asImportError, decodeRunFile, encodeRunFile } from './run-file.ts';
import { decodeFigures } from './run-figures.ts';
import { RunShelf } from './run-shelf.ts';
import { StudyRoom } from './study-room.ts';
import { StudyShelf } from './study-shelf.ts';
import { ViewingRoom } from './viewing-room.ts';

export interface LabOptions {
  readonly session: RecommenderSession;
  readonly source: DatasetSource & LabSource;
  readonly now: () => number;
  readonly yieldTurn: () => Promise<void>;
  /** Of what is exported under differential privacy: cryptographic, or nothing is promised. */
  readonly noise: NoiseSource;
}

/**
 * Where models are trained, measured, compared and tuned beside the one that serves. All methods throw HomebodyError;
 * long work is done in slices, in the session's only seat where it trains.
 */
export class Lab {
  /** Attacks on its runs, and exports under differential privacy. */
  readonly privacy: PrivacyGate;
  readonly #options: LabOptions;
  readonly #runs: RunShelf;
  readonly #promotions: PromotionBook;
  readonly #studies: StudyRoom;
  readonly #views: ViewingRoom;
  /** What sits in the session's seat for the lab. */
  #working = 0;
  /** Number of the comparison that goes on. */
  #comparison = 0;

  constructor(options: LabOptions) {
    this.#options = options;
    const { source, session, noise } = options;
    this.#runs = new RunShelf(source);
    this.#promotions = new PromotionBook(source, session, this.#runs);
    this.#studies = new StudyRoom(new StudyShelf(source), source, session);
    this.#views = new ViewingRoom({ source, session, runs: this.#runs, newPacer: () => this.#pacer() });
    const atWork: AtWork = (work) => this.#atWork(work);
    this.privacy = new PrivacyGate({ source, session, runs: this.#runs, noise, atWork });
  }

  async facts(catalogue: CatalogueId): Promise<DatasetFacts> {
    const log = await this.#options.source.interactions(catalogue);
    return inTurns(datasetFactsSteps(catalogue, log), this.#pacer());
  }

  runs(catalogue: CatalogueId): Promise<readonly LabRun[]> {
    return this.#runs.list(catalogue);
  }

  /** See `LabApi.labStart`. */
  start(request: RunRequest, at: number, onProgress: (progress: RunProgress) => void): Promise<LabRun> {
    const { source, session } = this.#options;
    const { catalogue, model, config, protocol, seed } = request;
    return this.#atWork(() =>
      session.occupy(catalogue, async ({ facts: itemFacts, home, run }) => {
        const kind = modelKind(model);
        const log = await source.interactions(catalogue);
        const what = { kind, config, protocol, seed, at, onProgress };
        const made = await makeRun({ ...what, log, itemFacts, home, run });
        const described = { ...made.run, origin: 'trained' as const, modelBytes: made.model.length };
        return this.#runs.add(catalogue, described, { model: made.model, figures: made.figures });
      }),
    );
  }

  /** Of the lab's own work; a training goes on. */
  async cancel(): Promise<void> {
    if (this.#working === 0) return;
    // What waits behind a pause hears of it too.
    await this.#options.session.cancelTraining();
  }

  remove(catalogue: CatalogueId, run: string, at: number): Promise<void> {
    return this.#runs.remove(catalogue, run, at);
  }

  restore(catalogue: CatalogueId, run: string): Promise<LabRun> {
    return this.#runs.restore(catalogue, run);
  }

  purge(catalogue: CatalogueId, before: number): Promise<void> {
    return this.#runs.purge(catalogue, before);
  }

  /**
   * `onProgress`: 0 … 1 of all metrics. The newest one alone goes on; one that it or `stopComparing` ends fails with
   * 'training/cancelled'.
   */
  async compare(
    catalogue: CatalogueId,
    a: string,
    b: string,
    onProgress: (fraction: number) => void = () => {},
  ): Promise<RunComparison> {
    const own = ++this.#comparison;
    const [one, other] = await Promise.all([this.#runs.get(catalogue, a), this.#runs.get(catalogue, b)]);
    requireComparable(one, other);
    const read = async (run: LabRun) => ({
      run,
      figures: decodeFigures(await this.#runs.figures(catalogue, run.id)),
    });
    const sides = [await read(one), await read(other)] as const;
    const onMetric = (fraction: number): void => {
      if (own !== this.#comparison) {
        throw new HomebodyError('training/cancelled', 'The comparison was stopped.', {
          remedy: 'Ask for it again.',
        });
      }
      onProgress(fraction);
    };
    return inTurns(runComparisonSteps(...sides, onMetric), this.#pacer());
  }

  stopComparing(): void {
    this.#comparison += 1;
  }

  lists(request: ListsRequest): Promise<VisitorLists> {
    return this.#views.lists(request);
  }

  promotions(catalogue: CatalogueId): Promise<Promotions> {
    return this.#promotions.read(catalogue);
  }

  promote(catalogue: CatalogueId, run: string, at: number): Promise<Promotions> {
    return this.#promotions.promote(catalogue, run, at);
  }

  rollBack(catalogue: CatalogueId, at: number): Promise<Promotions> {
    return this.#promotions.rollBack(catalogue, at);
  }

  map(request: ItemMapRequest): Promise<ItemMap> {
    return this.#views.map(request);
  }

  /** Replaces what was sent before; null ends it. */
  layOut(request: ItemMapRequest, sink: ConstellationSink | null): Promise<void> {
    return this.#views.layOut(request, sink);
  }

  async export(catalogue: CatalogueId, run: string): Promise<Uint8Array<ArrayBuffer>> {
    const described = await this.#runs.get(catalogue, run);
    return encodeRunFile(described, await this.#runs.model(catalogue, run));
  }

  /** See `LabApi.labImport`. */
  async import(catalogue: CatalogueId, bytes: Uint8Array<ArrayBuffer>, now: number): Promise<LabRun> {
    const { source, session } = this.#options;
    const log = await source.interactions(catalogue);
    const dataFingerprint = await inTurns(logFingerprintSteps(log), this.#pacer());
    const { run, model } = await session.lookAt(catalogue, async ({ facts, home }) => {
      const fingerprint = fingerprintOf(facts);
      const here = { fingerprint, itemCount: facts.itemCount, dataFingerprint, now };
      try {
        const read = decodeRunFile(bytes, here);
        // One that does not load is refused before anything is stored.
        (await servingModelOf(decodeModel(bytes), home)).release();
        return read;
      } catch (error) {
        throw asImportError(error);
      }
    });
    return this.#runs.add(catalogue, run, { model });
  }

  studies(catalogue: CatalogueId): Promise<readonly LabStudy[]> {
    return this.#studies.list(catalogue);
  }

  study(request: StudyRequest, at: number, onNews: (news: StudyNews) => void): Promise<LabStudy> {
    return this.#atWork(() => this.#studies.begin(request, at, onNews));
  }

  resumeStudy(catalogue: CatalogueId, study: string, onNews: (news: StudyNews) => void): Promise<LabStudy> {
    return this.#atWork(() => this.#studies.resume(catalogue, study, onNews));
  }

  pauseStudy(paused: boolean): void {
    this.#studies.pause(paused);
  }

  removeStudy(catalogue: CatalogueId, study: string): Promise<void> {
    return this.#studies.remove(catalogue, study);
  }

  async #atWork<T>(work: () => Promise<T>): Promise<T> {
    this.#working += 1;
    try {
      return await work();
    } finally {
      this.#working -= 1;
    }
  }

  /** For work that nobody cancels. */
  #pacer(): Pacer {
    const { now, yieldTurn } = this.#options;
    const run: TrainingRun = { now, yieldTurn, signal: new AbortController().signal };
    return new Pacer(run);
  }
}
