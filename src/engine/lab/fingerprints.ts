import type { InteractionColumns } from '../../domain/interactions.ts';
import { checksum } from '../checkpoint/checksum.ts';
import type { EvaluationPart } from '../evaluation/splits/evaluation-part.ts';
import type { Steps } from '../training/steps.ts';

type Column = InteractionColumns['user' | 'kind' | 'value' | 'at'];

const bytesOf = ({ buffer, byteOffset, byteLength }: Column): Uint8Array<ArrayBuffer> =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Of the events of a log, in the order in which it is kept. Forty hexadecimal digits. */
export function* logFingerprintSteps(log: InteractionColumns): Steps<string> {
  let digits = '';
  for (const column of [log.user, log.item, log.kind, log.value, log.at]) {
    digits += checksum(bytesOf(column), log.itemCount);
    yield;
  }
  return digits;
}

/** Of what is to be found, and for whom. Sixteen hexadecimal digits. */
export function splitFingerprint(parts: readonly Pick<EvaluationPart, 'users' | 'heldOut'>[]): string {
  let [users, items] = [0, 0];
  for (const part of parts) {
    users = parseInt(checksum(bytesOf(part.users), users), 16);
    items = parseInt(checksum(bytesOf(part.heldOut.offsets), items), 16);
    items = parseInt(checksum(bytesOf(part.heldOut.items), items), 16);
  }
  return [users, items].map((hash) => hash.toString(16).padStart(8, '0')).join('');
}
