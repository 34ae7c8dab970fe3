import { IALS } from '../../../engine/models/ials.ts';
import { POPULARITY } from '../../../engine/models/popularity.ts';
import { IALS_OPTIONS, readIalsConfig, readSeed, surplusIalsOptions } from '../../arguments/ials-options.ts';
import type { CommandSpec } from '../../arguments/option-spec.ts';
import { parseOptions } from '../../arguments/parsed-options.ts';
import { HOME_OPTIONS, openHome, readHomeRequest } from '../../open-home.ts';
import { ProgressLine } from '../../output/progress-line.ts';
import type { SourceFile } from '../../../datasets/files/source-file.ts';
import type { DataReport } from '../../read-data.ts';
import { DATA_OPTIONS, dataNames, dataReport, findData, readData } from '../../read-data.ts';
import type { Terminal } from '../../terminal.ts';
import { evaluationText } from './evaluation-text.ts';
import type { EvaluationSplit, Protocol } from './prepare-split.ts';
import { PROTOCOLS, prepareSplit } from './prepare-split.ts';
import { runEvaluation } from './run-evaluation.ts';

const MODELS = [IALS.name, POPULARITY.name] as const;

export const EVALUATE: CommandSpec = {
  name: 'evaluate',
  summary: 'trains on a part of a log and measures the model on the rest',
  options: {
    ...DATA_OPTIONS,
    model: { value: 'NAME', help: MODELS.join(' or '), required: true },
    protocol: {
      value: 'NAME',
      help: "ncf (the NCF authors' 1+99) or leave-one-out (each user's last item)",
      required: true,
    },
    ...IALS_OPTIONS,
    ...HOME_OPTIONS,
    json: { value: null, help: 'print one JSON object, and nothing else' },
    help: { value: null, help: 'print this' },
  },
  examples: [
    'npm run --silent cli -- evaluate --data ml-1m-ncf --model ials --protocol ncf --dim 192 --epochs 12 --reg 0.007 --unobserved-weight 0.3 --json',
    'npm run --silent cli -- evaluate --data ml-100k.zip --model popularity --protocol leave-one-out',
  ],
};

export async function evaluate(args: readonly string[], terminal: Terminal): Promise<void> {
  const options = parseOptions(EVALUATE, args);
  const name = options.choice('model', MODELS);
  const protocol = options.choice('protocol', PROTOCOLS);
  const config = name === IALS.name ? readIalsConfig(options) : null;
  if (config === null) {
    const [surplus] = surplusIalsOptions(options);
    if (surplus) throw options.error(`--${surplus} is an option of ials; ${name} takes none of them.`);
  }
  const seed = config?.seed ?? readSeed(options);
  const request = readHomeRequest(options);
  const files = await findData(options);

  const progress = new ProgressLine(terminal, options.flag('json'));
  try {
    const { split, data } = await splitOf(files, protocol, seed, progress, terminal);
    // Popularity runs no kernel; it gets the home that costs nothing to open.
    const choice = config === null && request.choice === 'auto' ? 'reference' : request.choice;
    const { home } = await openHome({ ...request, choice }, () => terminal.now());
    try {
      const model = config ? IALS.create(config, home) : POPULARITY.create({}, home);
      const report = await runEvaluation({
        model,
        config,
        seed,
        home,
        protocol,
        data,
        split,
        terminal,
        progress,
      });
      progress.clear();
      model.release();
      terminal.out(
        options.flag('json') ? `${JSON.stringify(report)}\n` : evaluationText(report, dataNames(options)),
      );
    } finally {
      home.dispose();
    }
  } finally {
    progress.clear();
  }
}

/** A function of its own, so that the log as it was read is let go of before the training. */
async function splitOf(
  files: readonly SourceFile[],
  protocol: Protocol,
  seed: number,
  progress: ProgressLine,
  terminal: Terminal,
): Promise<{ readonly split: EvaluationSplit; readonly data: DataReport }> {
  const dataset = await readData(files, progress, terminal.signal);
  return { split: prepareSplit(dataset, protocol, seed), data: dataReport(dataset) };
}
