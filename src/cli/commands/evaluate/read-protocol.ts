import type { Protocol } from '../../../domain/evaluation.ts';
import { PROTOCOL_NAMES } from '../../../domain/evaluation.ts';
import { MAX_FOLDS } from '../../../engine/evaluation/splits/k-fold.ts';
import type { OptionSpecs } from '../../arguments/option-spec.ts';
import type { ParsedOptions } from '../../arguments/parsed-options.ts';

const DEFAULT_FOLDS = 5;
const DEFAULT_TEST_SHARE = 0.2;

export const PROTOCOL_OPTIONS: OptionSpecs = {
  protocol: {
    value: 'NAME',
    help: "leave-one-out (each user's last item), temporal (what came after one point in time), k-fold (random parts of each user's items in turn), strong (users who are not trained on) or ncf (the NCF authors' 1+99)",
    required: true,
  },
  folds: { value: 'N', help: `of k-fold, 2 to ${MAX_FOLDS}`, default: String(DEFAULT_FOLDS) },
  'test-share': {
    value: 'X',
    help: 'part of the events (temporal) or of the users (strong) that is held out, above 0, below 1',
    default: String(DEFAULT_TEST_SHARE),
  },
};

/** @throws UsageError for a value out of range, and for an option of another protocol. */
export function readProtocol(options: ParsedOptions): Protocol {
  const name = options.choice('protocol', PROTOCOL_NAMES);
  const folds = options.integer('folds', 2, MAX_FOLDS);
  const testShare = options.number('test-share');
  const takesShare = name === 'temporal' || name === 'strong';
  if (folds !== undefined && name !== 'k-fold') throw options.error('--folds is an option of k-fold.');
  if (testShare !== undefined && !takesShare) {
    throw options.error('--test-share is an option of temporal and strong.');
  }
  if (testShare !== undefined && !(testShare > 0 && testShare < 1)) {
    throw options.error(`--test-share cannot be ${testShare}: it must be above 0 and below 1.`);
  }
  if (name === 'leave-one-out') return { name, maxUsers: Infinity };
  if (name === 'k-fold') return { name, folds: folds ?? DEFAULT_FOLDS };
  return name === 'ncf' ? { name } : { name, testShare: testShare ?? DEFAULT_TEST_SHARE };
}
