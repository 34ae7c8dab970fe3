import { USER_METRICS } from '../../domain/evaluation.ts';
import type { Interval } from '../../domain/evaluation.ts';
import type { LabProtocol, LabRun, ValidationPoint } from '../../domain/lab.ts';
import { protocolText } from '../evaluation/protocol.ts';

type Told = Pick<
  LabRun,
  | 'protocol'
  | 'protocolText'
  | 'warnings'
  | 'users'
  | 'metrics'
  | 'intervals'
  | 'validation'
  | 'evaluateMs'
  | 'peakBytes'
  | 'trainedOn'
  | 'dataFingerprint'
  | 'splitFingerprint'
> & {
  /** Where the file tells them; else the checkpoint itself may. */
  readonly own: Partial<Pick<LabRun, 'seed' | 'trainMs' | 'userCount' | 'interactionCount'>>;
};

type Fields = Readonly<Record<string, unknown>>;

/** What a file says of how its model was measured; from outside, so only what has the right form is taken over. */
export function readFigures(json: string | undefined): Told {
  const run = fieldsOf(parsed(json));
  const protocol = protocolOf(run['protocol']);
  const metrics = fieldsOf(run['metrics']);
  const intervals = fieldsOf(run['intervals']);
  const { trainedOn } = run;
  const warnings = Array.isArray(run['warnings']) ? (run['warnings'] as readonly unknown[]) : [];
  return {
    protocol,
    protocolText: protocol ? protocolText(protocol) : '',
    warnings: warnings.includes('random-split') ? ['random-split'] : [],
    users: numberOf(run['users']) ?? 0,
    // Without a protocol a figure says nothing.
    metrics: protocol ? picked([...USER_METRICS, 'coverageAt10', 'giniAt10'], metrics, numberOf) : {},
    intervals: protocol ? picked(USER_METRICS, intervals, intervalOf) : {},
    validation: listOf(run['validation'], pointOf),
    evaluateMs: numberOf(run['evaluateMs']) ?? 0,
    peakBytes: numberOf(run['peakBytes']) ?? 0,
    trainedOn: trainedOn === 'whole' || trainedOn === 'part' ? trainedOn : 'unknown',
    dataFingerprint: digitsOf(run['dataFingerprint']),
    splitFingerprint: protocol ? digitsOf(run['splitFingerprint']) : '',
    own: {
      ...picked(['seed'], run, wholeOf),
      ...picked(['trainMs', 'userCount', 'interactionCount'], run, numberOf),
    },
  };
}

function parsed(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  } catch {
    // Not ours: the model is good all the same.
    return undefined;
  }
}

function protocolOf(value: unknown): LabProtocol | null {
  const { name, maxUsers, testShare, folds } = fieldsOf(value);
  const share = numberOf(testShare);
  if (name === 'leave-one-out' && typeof maxUsers === 'number') return { name, maxUsers };
  if ((name === 'temporal' || name === 'strong') && share !== undefined) return { name, testShare: share };
  if (name === 'k-fold' && typeof folds === 'number') return { name, folds };
  return null;
}

function picked<Name extends string, Value>(
  names: readonly Name[],
  from: Fields,
  read: (value: unknown) => Value | undefined,
): Partial<Record<Name, Value>> {
  const found = names.map((name) => [name, read(from[name])] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined)) as Partial<Record<Name, Value>>;
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const wholeOf = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) ? (value as number) : undefined;

/** A fingerprint, or '' for what is none. */
const digitsOf = (value: unknown): string =>
  typeof value === 'string' && /^[0-9a-f]+$/.test(value) ? value : '';

function intervalOf(value: unknown): Interval | undefined {
  const [low, high] = [numberOf(fieldsOf(value)['low']), numberOf(fieldsOf(value)['high'])];
  return low === undefined || high === undefined ? undefined : { low, high };
}

function pointOf(value: unknown): ValidationPoint | undefined {
  const [epoch, ndcgAt10] = [numberOf(fieldsOf(value)['epoch']), numberOf(fieldsOf(value)['ndcgAt10'])];
  return epoch === undefined || ndcgAt10 === undefined ? undefined : { epoch, ndcgAt10 };
}

const listOf = <T>(value: unknown, read: (one: unknown) => T | undefined): readonly T[] =>
  Array.isArray(value) ? (value as readonly unknown[]).flatMap((one) => read(one) ?? []) : [];

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};
