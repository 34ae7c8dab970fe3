import type { ItemFacts } from '../../domain/interactions.ts';
import type { ValidationPoint } from '../../domain/lab.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { PartFigures } from '../evaluation/rank-part.ts';
import { rankPart } from '../evaluation/rank-part.ts';
import type { EvaluationPart } from '../evaluation/splits/evaluation-part.ts';
import type { Csr } from '../interactions/csr.ts';
import type { Sequences } from '../interactions/sequences.ts';
import type { FitReport, Recommender } from '../models/recommender.ts';
import { isHomeLost } from '../training/home-guard.ts';
import { Pacer } from '../training/pacer.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { HomeMeter } from './metered-home.ts';
import type { RunReporter } from './run-reporter.ts';
import type { ValidationCurve } from './validation-curve.ts';

/** A model that was trained; whoever has it releases it. */
export interface FittedPart {
  readonly model: Recommender;
  readonly report: FitReport;
  readonly train: Csr;
  readonly validation: readonly ValidationPoint[];
}

export interface PartTrainerOptions {
  readonly create: (home: KernelHome) => Recommender;
  readonly home: KernelHome;
  readonly itemFacts: ItemFacts;
  readonly run: Pick<TrainingRun, 'now' | 'yieldTurn' | 'signal' | 'sliceMs' | 'reopenHome'>;
}

/** Longest piece of validation between two slices of a training, ms. */
const VALIDATION_MS = 4;

/** Trains and measures the parts of a run, one after the other, in the home that there is; counts time and memory. */
export class PartTrainer {
  trainMs = 0;
  evaluateMs = 0;
  readonly #options: PartTrainerOptions;
  readonly #meter = new HomeMeter();
  #home: KernelHome;

  constructor(options: PartTrainerOptions) {
    this.#options = options;
    this.#home = this.#meter.metered(options.home);
  }

  get home(): Pick<KernelHome, 'name' | 'threads'> {
    return this.#home;
  }

  /** Of buffers in the homes, the most at one time. */
  get peakBytes(): number {
    return this.#meter.peakBytes;
  }

  async fit(
    train: Csr,
    sequences: Sequences,
    curve: ValidationCurve | null,
    reporter: RunReporter,
  ): Promise<FittedPart> {
    const { create, run } = this.#options;
    const { now } = run;
    const began = now();
    let measuringMs = 0;
    const measure = (until: number): void => {
      const from = now();
      while (curve?.work() && now() - from < until);
      measuringMs += now() - from;
    };
    reporter.trains(() => curve?.points ?? []);
    const model = create(this.#home);
    try {
      const report = await model.fit(
        train,
        {
          ...this.#run(),
          onProgress: (progress) => {
            curve?.hear(progress);
            reporter.fit(progress);
          },
          onSnapshot: (snapshot) => curve?.take(snapshot),
          yieldTurn: () => {
            measure(VALIDATION_MS);
            return run.yieldTurn();
          },
        },
        sequences,
      );
      this.#home = report.home ?? this.#home;
      this.trainMs += now() - began - measuringMs;
      const pacer = new Pacer(run);
      while (curve?.work()) if (pacer.due) await pacer.breathe();
      return { model, report, train, validation: curve?.points ?? [] };
    } catch (error) {
      model.release();
      throw error;
    }
  }

  /** Once more, in another home, where the home is lost under it. */
  async measure(model: Recommender, part: EvaluationPart, reporter: RunReporter): Promise<PartFigures> {
    const { run, itemFacts } = this.#options;
    const began = run.now();
    reporter.phase('evaluating');
    const ranked = (): Promise<PartFigures> =>
      rankPart(model, part, { auc: false, facts: itemFacts }, new Pacer(run));
    try {
      return await ranked().catch(async (error: unknown) => {
        const { reopenHome } = this.#run();
        if (!isHomeLost(error) || !reopenHome) throw error;
        this.#home = await reopenHome(this.#home);
        model.moveTo(this.#home);
        reporter.moved(this.#home.name);
        return ranked();
      });
    } finally {
      this.evaluateMs += run.now() - began;
    }
  }

  /** The run with homes that are metered. */
  #run(): PartTrainerOptions['run'] {
    const { run } = this.#options;
    const { reopenHome } = run;
    if (!reopenHome) return run;
    return {
      ...run,
      reopenHome: async (lost) => this.#meter.metered(await reopenHome(this.#meter.inner(lost))),
    };
  }
}
