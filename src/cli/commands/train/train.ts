import { MODEL_NAMES } from '../../../engine/models/registry.ts';
import { trainModel } from '../../../engine/training/train-model.ts';
import { MODEL_OPTIONS, readModels } from '../../arguments/model-options.ts';
import type { CommandSpec } from '../../arguments/option-spec.ts';
import { parseOptions } from '../../arguments/parsed-options.ts';
import { requireWritable } from '../../files/require-writable.ts';
import { writeWhole } from '../../files/write-whole.ts';
import { HOME_OPTIONS, openHome, readHomeRequest } from '../../open-home.ts';
import { duration, ProgressLine } from '../../output/progress-line.ts';
import { settingsText } from '../../output/settings-text.ts';
import { table } from '../../output/table.ts';
import { peakMemoryBytes } from '../../peak-memory.ts';
import type { DataReport } from '../../read-data.ts';
import { DATA_OPTIONS, dataReport, dataText, findData, readData } from '../../read-data.ts';
import type { Terminal } from '../../terminal.ts';
import { trainingRun } from '../../training-run.ts';
import { checkpointBytes } from './checkpoint-bytes.ts';

export const TRAIN: CommandSpec = {
  name: 'train',
  summary: 'trains a model on a log and writes it to a file',
  options: {
    ...DATA_OPTIONS,
    model: { value: 'NAME', help: `one of ${MODEL_NAMES.join(', ')}`, required: true },
    out: {
      value: 'FILE',
      help: 'where the model goes (safetensors); a file there is replaced',
      required: true,
    },
    ...MODEL_OPTIONS,
    ...HOME_OPTIONS,
    json: { value: null, help: 'print one JSON object, and nothing else' },
    help: { value: null, help: 'print this' },
  },
  examples: ['npm run --silent cli -- train --data ml-1m.zip --model ials --out model.safetensors'],
};

/** What `train --json` prints, in this order. */
interface TrainReport {
  readonly model: string;
  readonly config: object;
  readonly home: string;
  readonly threads: number;
  readonly data: DataReport;
  readonly users: number;
  readonly items: number;
  readonly interactions: number;
  /** From the read log to the model: rows, complements and epochs. */
  readonly trainSeconds: number;
  readonly peakMemoryBytes: number;
  /** Null for a model without chance. */
  readonly seed: number | null;
  /** Objective after the last epoch; null for a model without passes. */
  readonly finalLoss: number | null;
  readonly out: string;
  readonly bytes: number;
}

export async function train(args: readonly string[], terminal: Terminal): Promise<void> {
  const options = parseOptions(TRAIN, args);
  const [choice] = readModels(options, 'model', [options.choice('model', MODEL_NAMES)]);
  const request = readHomeRequest(options);
  const out = options.requiredText('out', 'the file to write the model to');
  await requireWritable('out', out, options);
  const files = await findData(options);

  const progress = new ProgressLine(terminal, options.flag('json'));
  try {
    const dataset = await readData(files, progress, terminal.signal);
    const { home } = await openHome(request, () => terminal.now());
    try {
      const trained = await trainModel({
        home,
        log: dataset.columns,
        kind: choice!.kind,
        config: choice!.config,
        holdOutUsers: 0,
        trainedAt: terminal.today(),
        run: trainingRun(terminal),
        onProgress: ({ phase, fraction, remainingMs, epoch, epochs }) =>
          progress.tell(
            phase === 'training' ? `epoch ${Math.min(epoch + 1, epochs)} of ${epochs}` : phase,
            fraction,
            remainingMs,
          ),
      });
      const bytes = checkpointBytes(trained, dataset);
      trained.model.release();
      await writeWhole(out, bytes, terminal.signal);
      progress.clear();
      const { facts } = trained;
      const report: TrainReport = {
        model: facts.name,
        config: facts.config,
        home: facts.home,
        threads: facts.threads,
        data: dataReport(dataset),
        users: facts.userCount,
        items: facts.itemCount,
        interactions: facts.interactionCount,
        trainSeconds: facts.trainMs / 1000,
        peakMemoryBytes: peakMemoryBytes(),
        seed: typeof facts.config['seed'] === 'number' ? facts.config['seed'] : null,
        finalLoss: facts.losses.at(-1) ?? null,
        out,
        bytes: bytes.length,
      };
      terminal.out(options.flag('json') ? `${JSON.stringify(report)}\n` : trainText(report));
    } finally {
      home.dispose();
    }
  } finally {
    progress.clear();
  }
}

function trainText(report: TrainReport): string {
  return table([
    ['Model', `${report.model}, ${settingsText(report.config)}`],
    ['Data', dataText(report.data)],
    ['', `${report.users} users, ${report.items} items, ${report.interactions} interactions`],
    ['Home', `${report.home}, ${report.threads} thread${report.threads === 1 ? '' : 's'}`],
    [
      'Training',
      duration(1000 * report.trainSeconds) +
        (report.finalLoss === null ? '' : `, loss ${report.finalLoss.toFixed(4)}`),
    ],
    ['Peak memory', `${Math.round(report.peakMemoryBytes / 1e6)} MB`],
    ['Written', `${report.out}, ${(report.bytes / 1e6).toFixed(1)} MB`],
  ]);
}
