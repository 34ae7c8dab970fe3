import { HomebodyError } from '../../../domain/errors.ts';
import type { PrivacyClaim } from '../../../domain/privacy.ts';
import type { AccountantName } from '../../../engine/privacy/accountant/accountants.ts';
import { ACCOUNTANTS, calibrateNoise, epsilonBy } from '../../../engine/privacy/accountant/accountants.ts';
import { gdpEpsilon } from '../../../engine/privacy/accountant/gdp.ts';
import { epsilonText, privacyStatement } from '../../../engine/privacy/statement.ts';
import type { CommandSpec } from '../../arguments/option-spec.ts';
import type { ParsedOptions } from '../../arguments/parsed-options.ts';
import { parseOptions } from '../../arguments/parsed-options.ts';
import { table } from '../../output/table.ts';
import type { Terminal } from '../../terminal.ts';

export const EPSILON: CommandSpec = {
  name: 'epsilon',
  summary: 'says what differential privacy a training with noise has, or the noise that it needs',
  options: {
    'sampling-rate': {
      value: 'Q',
      help: 'probability of a unit to be in a step (Poisson sampling), 0 to 1',
      required: true,
    },
    'noise-multiplier': {
      value: 'Z',
      help: 'standard deviation of the noise over the clipping norm, 0 or more; this or --epsilon',
    },
    epsilon: { value: 'E', help: 'find the least noise that does not exceed this, above 0' },
    steps: { value: 'N', help: 'steps, an integer from 0 to 1e12', required: true },
    'examples-per-user': {
      value: 'K',
      help: 'examples that one user has at most, each sampled on its own, 1 to 1000: the promise is to users then, and else to single examples',
    },
    delta: { value: 'D', help: 'above 0, below 1; well below one over the number of units', required: true },
    accountant: {
      value: 'NAME',
      help: `of --epsilon and of the statement: ${ACCOUNTANTS.join(', ')}`,
      default: 'rdp',
    },
    json: { value: null, help: 'print one JSON object, and nothing else' },
    help: { value: null, help: 'print this' },
  },
  examples: [
    'npm run --silent cli -- epsilon --sampling-rate 0.0025 --noise-multiplier 1.3 --steps 6000 --delta 1e-5 --json',
    'npm run --silent cli -- epsilon --sampling-rate 0.04 --epsilon 8 --steps 2250 --delta 1e-5 --accountant pld',
  ],
};

/** What `epsilon --json` prints. An infinite ε is the text `Infinity`: JSON has no such number. */
interface EpsilonReport {
  readonly samplingRate: number;
  readonly noiseMultiplier: number;
  readonly steps: number;
  readonly delta: number;
  /** Only where the noise was looked for. */
  readonly target?: { readonly epsilon: number; readonly accountant: AccountantName };
  readonly rdp: number | 'Infinity';
  readonly pld: number | 'Infinity';
  /** The central limit: an approximation, often below the truth, that promises nothing. Not with `examplesPerUser`. */
  readonly gdp?: number | 'Infinity';
  readonly examplesPerUser?: number;
}

export function epsilon(args: readonly string[], terminal: Terminal): Promise<void> {
  const options = parseOptions(EPSILON, args);
  const accountant = options.choice('accountant', ACCOUNTANTS, 'rdp');
  try {
    terminal.out(answer(options, accountant));
  } catch (error) {
    throw usageOf(error, options);
  }
  return Promise.resolve();
}

function answer(options: ParsedOptions, accountant: AccountantName): string {
  const samplingRate = required(options, 'sampling-rate');
  const steps = required(options, 'steps');
  const delta = required(options, 'delta');
  const target = options.number('epsilon');
  const given = options.number('noise-multiplier');
  if ((target === undefined) === (given === undefined)) {
    throw options.error('Give either --noise-multiplier or --epsilon.');
  }
  const groupSize = options.number('examples-per-user');
  const group = groupSize === undefined ? {} : { groupSize };
  const noiseMultiplier =
    given ?? calibrateNoise({ accountant, samplingRate, steps, delta, ...group, epsilon: target! });
  const mechanism = { samplingRate, noiseMultiplier, steps, ...group };
  const found = { rdp: epsilonBy('rdp', mechanism, delta), pld: epsilonBy('pld', mechanism, delta) };
  const gdp = groupSize === undefined ? gdpEpsilon(mechanism, delta) : undefined;
  if (!options.flag('json')) {
    const claim: PrivacyClaim = {
      unit: groupSize === undefined ? 'example' : 'user',
      mechanism: { kind: 'gaussian', ...mechanism },
      epsilon: found[accountant],
      delta,
      accountant,
      noise: null,
    };
    const other = accountant === 'rdp' ? 'pld' : 'rdp';
    return table([
      ...privacyStatement(claim),
      [`… by ${other}`, epsilonText(found[other])],
      ...(gdp === undefined ? [] : [['… by gdp', `${epsilonText(gdp)} (an approximation, no promise)`]]),
    ]);
  }
  const report: EpsilonReport = {
    samplingRate,
    noiseMultiplier,
    steps,
    delta,
    ...(target === undefined ? {} : { target: { epsilon: target, accountant } }),
    rdp: inJson(found.rdp),
    pld: inJson(found.pld),
    ...(gdp === undefined ? {} : { gdp: inJson(gdp) }),
    ...(groupSize === undefined ? {} : { examplesPerUser: groupSize }),
  };
  return `${JSON.stringify(report)}\n`;
}

const inJson = (value: number): number | 'Infinity' => (value === Infinity ? 'Infinity' : value);

/** @throws UsageError when the option is missing or no number. */
function required(options: ParsedOptions, name: string): number {
  const value = options.number(name);
  if (value === undefined) throw options.error(`--${name} is missing: ${EPSILON.options[name]!.help}.`);
  return value;
}

const OPTION_OF: Readonly<Record<string, string>> = {
  samplingRate: 'sampling-rate',
  noiseMultiplier: 'noise-multiplier',
  groupSize: 'examples-per-user',
};

function usageOf(error: unknown, options: ParsedOptions): unknown {
  if (!(error instanceof HomebodyError) || error.code !== 'argument/range') return error;
  const { field, range, value } = error.detail as { field: string; range?: string; value: number };
  if (range === undefined) return error;
  return options.error(`--${OPTION_OF[field] ?? field} cannot be ${value}: it must be ${range}.`);
}
