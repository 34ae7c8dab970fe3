import { KNOWN_SHARE } from '../../../../domain/evaluation.ts';
import type { LabProtocol } from '../../../../domain/lab.ts';
import { counted, f } from '../voice.ts';
import { lf } from './voice.ts';

interface ProtocolWords {
  readonly name: string;
  readonly what: string;
  /** The number that goes with it. */
  readonly amount: string;
  readonly amountHint: string;
}

/** What a run is measured by. */
export const protocols: Readonly<Record<LabProtocol['name'], ProtocolWords>> = {
  'leave-one-out': {
    name: 'Last thing held back',
    what: 'The last thing that each person took is hidden; the model ranks everything that they had not taken.',
    amount: 'People asked',
    amountHint: 'At most so many.',
  },
  temporal: {
    name: 'The latest events held back',
    what: 'One point in time for all: what comes after it is to be guessed from what comes before. Nearest to use.',
    amount: 'Held back, %',
    amountHint: 'The latest part of the events.',
  },
  strong: {
    name: 'Whole people held back',
    what: `Some people are not learnt from at all. Of each, ${lf.share(KNOWN_SHARE)} of what they took is told to the model, and the rest is to be guessed.`,
    amount: 'People held back, %',
    amountHint: 'Drawn at random.',
  },
  'k-fold': {
    name: 'Cross-validation',
    what: 'What each person took is dealt over several folds. Each fold is held back once, with a training of its own; the model is then trained on everything.',
    amount: 'Folds',
    amountHint: 'As many trainings, and one more.',
  },
};

/** In a table, beside the figure. */
export function protocolShort(protocol: LabProtocol): string {
  switch (protocol.name) {
    case 'leave-one-out':
      return 'leave-one-out, full ranking';
    case 'temporal':
      return `temporal, latest ${lf.share(protocol.testShare)}`;
    case 'strong':
      return `${lf.share(protocol.testShare)} of people unseen`;
    case 'k-fold':
    default:
      return `${f.number(protocol.folds)}-fold, random`;
  }
}

export function protocolLong(protocol: LabProtocol, users: number): string {
  return `${protocols[protocol.name].what} ${counted(users, 'person was', 'people were')} asked. No sampling.`;
}

/** What something is called; its own name where there are no words for it. */
export const named = (words: Readonly<Record<string, { readonly name: string }>>, name: string): string =>
  words[name]?.name ?? name;
