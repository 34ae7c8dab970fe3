import type { Interval } from '../../../domain/evaluation.ts';
import type { AttackFigures } from '../../../domain/lab-privacy.ts';
import { createRng } from '../../../domain/rng.ts';
import { buildCsrInTurns } from '../../../engine/interactions/build-csr.ts';
import type { Csr } from '../../../engine/interactions/csr.ts';
import type { IalsConfig } from '../../../engine/models/ials-config.ts';
import { IALS } from '../../../engine/models/ials.ts';
import type { ItemTable } from '../../../engine/privacy/dp-ials.ts';
import { dpIalsSteps } from '../../../engine/privacy/dp-ials.ts';
import type { MembershipReport } from '../../../engine/privacy/membership.ts';
import { attackMembership, onlyRows, tableFitSteps } from '../../../engine/privacy/membership.ts';
import { trainIals } from '../../../engine/training/ials-trainer.ts';
import { Pacer } from '../../../engine/training/pacer.ts';
import { inTurns } from '../../../engine/training/steps.ts';
import type { KernelHome } from '../../../kernels/home.ts';
import { MODEL_OPTIONS, readModels, readSeed } from '../../arguments/model-options.ts';
import type { CommandSpec } from '../../arguments/option-spec.ts';
import type { ParsedOptions } from '../../arguments/parsed-options.ts';
import { parseOptions } from '../../arguments/parsed-options.ts';
import { HOME_OPTIONS, openHome, readHomeRequest } from '../../open-home.ts';
import { ProgressLine } from '../../output/progress-line.ts';
import { settingsText } from '../../output/settings-text.ts';
import { table } from '../../output/table.ts';
import type { DataReport } from '../../read-data.ts';
import { DATA_OPTIONS, dataReport, findData, readData } from '../../read-data.ts';
import type { Terminal } from '../../terminal.ts';
import { trainingRun } from '../../training-run.ts';
import type { PrivacyReport, PrivateChoice } from '../evaluate/read-privacy.ts';
import {
  DEFAULT_DELTA,
  PRIVACY_OPTIONS,
  privacyReport,
  privacyText,
  readPrivacy,
} from '../evaluate/read-privacy.ts';

const DEFAULT_SHADOWS = 8;
const MAX_SHADOWS = 256;

export const ATTACK: CommandSpec = {
  name: 'attack',
  summary: 'tries to tell whose history an item table was learnt from, with and without differential privacy',
  options: {
    ...DATA_OPTIONS,
    ...PRIVACY_OPTIONS,
    shadows: {
      value: 'N',
      help: `tables that the attacker learns to compare with, 0 or 4 to ${MAX_SHADOWS}`,
      default: String(DEFAULT_SHADOWS),
    },
    ...MODEL_OPTIONS,
    ...HOME_OPTIONS,
    json: { value: null, help: 'print one JSON object, and nothing else' },
    help: { value: null, help: 'print this' },
  },
  examples: ['npm run --silent cli -- attack --data ml-1m-ncf --epsilon 1 --json'],
};

/** What `attack --json` prints. */
interface AttackReport extends MembershipReport {
  readonly model: string;
  readonly config: IalsConfig;
  readonly privacy: PrivacyReport | null;
  readonly data: DataReport;
  readonly seed: number;
  readonly shadows: number;
}

export async function attack(args: readonly string[], terminal: Terminal): Promise<void> {
  const options = parseOptions(ATTACK, args);
  const choices = readModels(options, 'model', [IALS.name]);
  const privacy = readPrivacy(choices, options);
  const shadows = readShadows(options);
  const seed = readSeed(options);
  const request = readHomeRequest(options);
  const files = await findData(options);
  const progress = new ProgressLine(terminal, options.flag('json'));
  try {
    const dataset = await readData(files, progress, terminal.signal);
    const config = (privacy?.config ?? choices[0]!.config) as unknown as IalsConfig;
    const { home } = await openHome(request, () => terminal.now());
    try {
      const pacer = new Pacer(trainingRun(terminal));
      const byUser = await buildCsrInTurns(dataset.columns, pacer);
      const found = await attackMembership({
        byUser,
        fitsOf: async (inside, users, run) => {
          const table = await learn(onlyRows(byUser, inside), run, config, privacy, home, terminal);
          return inTurns(tableFitSteps(byUser, users, config, table), pacer);
        },
        shadows,
        delta: privacy?.claim.delta ?? DEFAULT_DELTA,
        rng: createRng(seed).fork('attack'),
        onRun: (run) => progress.phase(run === 0 ? 'learning the table' : `shadow ${run} of ${shadows}`),
      });
      progress.clear();
      const report: AttackReport = {
        model: IALS.name,
        config,
        privacy: privacy && privacyReport(privacy.claim),
        data: dataReport(dataset),
        seed,
        shadows,
        ...found,
      };
      terminal.out(options.flag('json') ? `${JSON.stringify(report)}\n` : attackText(report));
    } finally {
      home.dispose();
    }
  } finally {
    progress.clear();
  }
}

function readShadows(options: ParsedOptions): number {
  const shadows = options.integer('shadows', 0, MAX_SHADOWS) ?? DEFAULT_SHADOWS;
  if (shadows > 0 && shadows < 4)
    throw options.error(`--shadows cannot be ${shadows}: it is 0 or 4 and more.`);
  return shadows;
}

/** Each table has noise and a start of its own. */
async function learn(
  members: Csr,
  run: number,
  config: IalsConfig,
  privacy: PrivateChoice | null,
  home: KernelHome,
  terminal: Terminal,
): Promise<ItemTable> {
  const rng = createRng(config.seed).fork(`table ${run}`);
  if (privacy === null) {
    const seeded = { ...config, seed: rng.int(2 ** 31) };
    const { itemEmbeddings, gramian } = await trainIals(home, seeded, members, trainingRun(terminal));
    return { embeddings: itemEmbeddings, gramian };
  }
  const { noiseMultiplier } = privacy.claim.mechanism;
  const steps = dpIalsSteps(members, {
    config,
    noiseMultiplier,
    noise: rng.fork('privacy-noise'),
    start: rng.fork('start'),
  });
  return inTurns(steps, new Pacer(trainingRun(terminal)));
}

function attackText(report: AttackReport): string {
  const withRange = (value: number, { low, high }: Interval): string =>
    `${value.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`;
  const row = (name: string, result: AttackFigures | null): string[][] =>
    result === null
      ? []
      : [
          [
            name,
            withRange(result.auc, result.aucInterval),
            withRange(result.advantage, result.advantageInterval),
            result.epsilonAtLeast.toFixed(2),
          ],
        ];
  return [
    table([
      ['Model', `${report.model}, ${settingsText(report.config)}`],
      ['Privacy', report.privacy ? privacyText(report.privacy) : 'none'],
      ['Question', `${report.members} members of the log, or ${report.others} other users?`],
      ['By chance', `AUC 0.5, standard error ${report.standardError.toFixed(4)}`],
    ]),
    '\n',
    table(
      [
        ['', 'AUC', 'advantage', 'epsilon at least'],
        ...row('fit of the history', report.threshold),
        ...row(`likelihood ratio, ${report.shadows} shadow tables`, report.likelihoodRatio),
      ],
      true,
    ),
  ].join('');
}
