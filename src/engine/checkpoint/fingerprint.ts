import type { ItemFacts } from '../../domain/interactions.ts';
import type { Csr } from '../interactions/csr.ts';
import { checksum } from './checksum.ts';

/**
 * Ties a model to the catalogue whose rows it speaks of: the number of items and their departments in order.
 * What changes daily (stock) does not count. Eight hexadecimal digits.
 */
export function fingerprintOf(facts: Pick<ItemFacts, 'itemCount' | 'department'>): string {
  const { buffer, byteOffset, byteLength } = facts.department;
  return checksum(new Uint8Array(buffer, byteOffset, byteLength), facts.itemCount);
}

/** Ties an unfinished training to its interactions. Sixteen hexadecimal digits. */
export function fingerprintOfLog(csr: Csr): string {
  const bytes = ({ buffer, byteOffset, byteLength }: Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer>) =>
    new Uint8Array(buffer, byteOffset, byteLength);
  return checksum(bytes(csr.columns), csr.rowCount) + checksum(bytes(csr.weights), csr.columnCount);
}
