import type { Protocol } from '../../../domain/evaluation.ts';
import type { ItemFacts } from '../../../domain/interactions.ts';
import { protocolText, protocolWarning } from '../../../engine/evaluation/protocol.ts';
import type { PartMaker } from '../../../engine/evaluation/splits/part-makers.ts';
import { partMakers } from '../../../engine/evaluation/splits/part-makers.ts';
import { POPULARITY } from '../../../engine/models/popularity.ts';
import { MODEL_NAMES } from '../../../engine/models/registry.ts';
import { MODEL_OPTIONS, readModels, readSeed } from '../../arguments/model-options.ts';
import type { ModelChoice } from '../../arguments/model-options.ts';
import type { CommandSpec } from '../../arguments/option-spec.ts';
import type { ParsedOptions } from '../../arguments/parsed-options.ts';
import { parseOptions } from '../../arguments/parsed-options.ts';
import { HOME_OPTIONS, openHome, readHomeRequest } from '../../open-home.ts';
import { ProgressLine } from '../../output/progress-line.ts';
import type { SourceFile } from '../../../datasets/files/source-file.ts';
import { DATA_OPTIONS, dataNames, dataReport, findData, readData } from '../../read-data.ts';
import type { Terminal } from '../../terminal.ts';
import { comparisonText } from './comparison-text.ts';
import { evaluationLog } from './evaluation-log.ts';
import type { EvaluationReport } from './evaluation-report.ts';
import { evaluationText } from './evaluation-text.ts';
import { PRIVACY_OPTIONS, readPrivacy } from './read-privacy.ts';
import { PROTOCOL_OPTIONS, readProtocol } from './read-protocol.ts';
import { runEvaluation } from './run-evaluation.ts';

export const EVALUATE: CommandSpec = {
  name: 'evaluate',
  summary: 'trains on a part of a log and measures one model or several on the rest',
  options: {
    ...DATA_OPTIONS,
    model: { value: 'NAME', help: `${MODEL_NAMES.join(', ')}; this or --models is required` },
    models: {
      value: 'NAME,…',
      help: 'several models on the same split, each compared with the first (--json: an array)',
    },
    ...PROTOCOL_OPTIONS,
    auc: { value: null, help: 'also the AUC, for which every item is scored for every user (slow)' },
    ...MODEL_OPTIONS,
    ...PRIVACY_OPTIONS,
    ...HOME_OPTIONS,
    json: { value: null, help: 'print one JSON object, or an array of them for --models, and nothing else' },
    help: { value: null, help: 'print this' },
  },
  examples: [
    'npm run --silent cli -- evaluate --data ml-1m-ncf --model ials --protocol ncf --dim 192 --epochs 12 --reg 0.007 --unobserved-weight 0.3 --json',
    'npm run --silent cli -- evaluate --data ml-100k.zip --models ials,popularity --protocol temporal',
  ],
};

export async function evaluate(args: readonly string[], terminal: Terminal): Promise<void> {
  const options = parseOptions(EVALUATE, args);
  const choices = readChoices(options);
  const privacy = readPrivacy(choices, options);
  const protocol = readProtocol(options);
  const seed = readSeed(options);
  const request = readHomeRequest(options);
  const files = await findData(options);

  const progress = new ProgressLine(terminal, options.flag('json'));
  try {
    const split = await splitOf(files, protocol, seed, progress, terminal);
    // Popularity runs no kernel; it gets the home that costs nothing to open.
    const idle = choices.every(({ kind }) => kind.name === POPULARITY.name) && request.choice === 'auto';
    const choice = idle ? 'reference' : request.choice;
    const { home } = await openHome({ ...request, choice }, () => terminal.now());
    try {
      const auc = options.flag('auc');
      const reports = await runEvaluation({
        choices,
        privacy,
        home,
        seed,
        auc,
        ...split,
        terminal,
        progress,
      });
      progress.clear();
      terminal.out(answer(reports, options));
    } finally {
      home.dispose();
    }
  } finally {
    progress.clear();
  }
}

/** @throws UsageError unless either `--model` or `--models` is given. */
function readChoices(options: ParsedOptions): readonly ModelChoice[] {
  if (options.flag('model') && options.flag('models')) {
    throw options.error('--model and --models are both given; one of them is enough.');
  }
  if (!options.flag('models')) {
    return readModels(options, 'model', [options.choice('model', MODEL_NAMES)]);
  }
  const names = options.requiredText('models', 'names of models, separated by commas').split(',');
  return readModels(
    options,
    'models',
    names.map((name) => name.trim()),
  );
}

interface EvaluationSplit {
  readonly makers: PartMaker[];
  readonly facts: ItemFacts;
  readonly common: Pick<EvaluationReport, 'protocol' | 'protocolText' | 'data' | 'warning'>;
}

/** A function of its own, so that the log as it was read is let go of before the training. */
async function splitOf(
  files: readonly SourceFile[],
  protocol: Protocol,
  seed: number,
  progress: ProgressLine,
  terminal: Terminal,
): Promise<EvaluationSplit> {
  const dataset = await readData(files, progress, terminal.signal);
  const { log, candidates } = evaluationLog(dataset, protocol.name);
  const warning = protocolWarning(protocol, log);
  return {
    makers: [...partMakers(protocol, log, seed, candidates)],
    facts: dataset.itemFacts,
    common: {
      protocol: protocol.name,
      protocolText: protocolText(protocol),
      data: dataReport(dataset),
      ...(warning === null ? {} : { warning }),
    },
  };
}

function answer(reports: readonly EvaluationReport[], options: ParsedOptions): string {
  const several = options.flag('models');
  if (options.flag('json')) return `${JSON.stringify(several ? reports : reports[0])}\n`;
  const data = dataNames(options);
  return several ? comparisonText(reports, data) : evaluationText(reports[0]!, data);
}
