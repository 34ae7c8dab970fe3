import type { StudyPlan } from '../../../domain/tuning.ts';
import { HomebodyError } from '../../../domain/errors.ts';
import type { KernelHome } from '../../../kernels/home.ts';
import { MODEL_NAMES } from '../../../engine/models/registry.ts';
import type { RecommenderKind } from '../../../engine/models/recommender.ts';
import type { StudyResult } from '../../../engine/tuning/run-study.ts';
import { runStudy } from '../../../engine/tuning/run-study.ts';
import type { ImportedDataset } from '../../../datasets/read-dataset.ts';
import type { CommandSpec } from '../../arguments/option-spec.ts';
import { readModels } from '../../arguments/model-options.ts';
import { parseOptions } from '../../arguments/parsed-options.ts';
import { requireWritable } from '../../files/require-writable.ts';
import { HOME_OPTIONS, openHome, readHomeRequest } from '../../open-home.ts';
import { ProgressLine } from '../../output/progress-line.ts';
import { peakMemoryBytes } from '../../peak-memory.ts';
import { DATA_OPTIONS, dataReport, findData, readData } from '../../read-data.ts';
import type { Terminal } from '../../terminal.ts';
import { trainingRun } from '../../training-run.ts';
import { PLAN_OPTIONS, readPlan } from './plan-options.ts';
import { usageOf } from './space-option.ts';
import { readStudyFile, writeStudyFile } from './study-file.ts';
import type { TuneReport } from './tune-report.ts';
import { trialsOf, tuneText } from './tune-report.ts';

export const TUNE: CommandSpec = {
  name: 'tune',
  summary: 'searches for the settings of a model that rank held-out items best',
  options: {
    ...DATA_OPTIONS,
    model: { value: 'NAME', help: MODEL_NAMES.join(', '), required: true },
    ...PLAN_OPTIONS,
    seconds: { value: 'N', help: 'time for the whole study; cuts off its end and nothing else' },
    study: {
      value: 'FILE',
      help: 'written after each fold; where it is there, the study goes on from it',
    },
    ...HOME_OPTIONS,
    json: { value: null, help: 'print one JSON object, and nothing else' },
    help: { value: null, help: 'print this' },
  },
  examples: [
    'npm run --silent cli -- tune --data ml-100k --model ials --space regularisation=0.003,0.01,0.03 --space unobservedWeight=0.05,0.1,0.3 --folds 5 --study study.json',
    'npm run --silent cli -- tune --data ml-100k --model ials --space regularisation=log:0.001..0.1 --space dim=int:16..128/16 --search halving --trials 27 --seconds 60',
  ],
};

export async function tune(args: readonly string[], terminal: Terminal): Promise<void> {
  const options = parseOptions(TUNE, args);
  const name = options.requiredText('model', `one of ${MODEL_NAMES.join(', ')}`);
  const [model] = readModels(options, 'model', [name]);
  const { kind } = model!;
  const plan = await readPlan(model!, options);
  const seconds = options.number('seconds') ?? Infinity;
  if (!(seconds > 0)) throw options.error('--seconds is a number above 0.');
  const request = readHomeRequest(options);
  const file = options.text('study') ?? null;
  if (file !== null) await requireWritable('study', file, options);
  const files = await findData(options);
  const resumeFrom = file === null ? null : await readStudyFile(file);

  const progress = new ProgressLine(terminal, options.flag('json'));
  try {
    const dataset = await readData(files, progress, terminal.signal);
    const { home } = await openHome(request, () => terminal.now());
    try {
      const task: SearchTask = { kind, plan, home, dataset, budgetMs: 1000 * seconds, resumeFrom, file };
      const result = await searchFor(task, progress, terminal).catch((error: unknown) => {
        throw usageOf(error, options);
      });
      progress.clear();
      const report: TuneReport = {
        model: plan.model,
        search: plan.search,
        validation: plan.validation,
        metric: plan.metric,
        home: home.name,
        threads: home.threads,
        data: dataReport(dataset),
        seed: plan.seed,
        ended: result.ended,
        spentSeconds: result.state.spentMs / 1000,
        peakMemoryBytes: peakMemoryBytes(),
        ...trialsOf(result),
        study: file,
      };
      terminal.out(options.flag('json') ? `${JSON.stringify(report)}\n` : tuneText(report));
    } finally {
      home.dispose();
    }
  } finally {
    progress.clear();
  }
}

interface SearchTask {
  readonly kind: RecommenderKind<object>;
  readonly plan: StudyPlan;
  readonly home: KernelHome;
  readonly dataset: ImportedDataset;
  readonly budgetMs: number;
  readonly resumeFrom: unknown;
  readonly file: string | null;
}

async function searchFor(task: SearchTask, progress: ProgressLine, terminal: Terminal): Promise<StudyResult> {
  const { file, dataset, ...study } = task;
  try {
    return await runStudy({
      ...study,
      log: dataset.columns,
      run: trainingRun(terminal),
      onProgress: ({ trial, trials, fold, folds, fraction, remainingMs }) =>
        progress.tell(`trial ${trial} of ${trials}, fold ${fold} of ${folds}`, fraction, remainingMs),
      onState: async (state) => {
        if (file !== null) await writeStudyFile(file, state, terminal.signal);
      },
    });
  } catch (error) {
    if (!(error instanceof HomebodyError) || error.code !== 'training/cancelled' || file === null)
      throw error;
    throw new HomebodyError('training/cancelled', 'The search was stopped.', {
      remedy: `The same command goes on from "${file}".`,
    });
  }
}
