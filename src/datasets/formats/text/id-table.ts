import type { ImportMeter } from '../../files/import-meter.ts';
import { decodeText } from './decode-text.ts';

/** Numeric ids below this are looked up in a plain table: at most 16 MB, and five times as fast as hashing. */
const DIRECT_IDS = 1 << 22;
const DIRECT_DIGITS = 7;
/** Ids made into strings between two looks at the meter, and what each counts as in bytes of text. */
const SLICE_IDS = 4096;
const BYTES_AN_ID = 16;
const ZERO = 48;
const NINE = 57;

/**
 * Gives dense indexes to ids in order of first appearance, straight from their bytes: no string is made per
 * row. Two ids are the same when their bytes are (`7` and `07` differ).
 */
export class IdTable {
  #size = 0;
  /** index + 1 by numeric id, 0 where there is none. */
  #direct = new Int32Array(1024);
  /** Open addressing: index + 1, 0 where free. */
  #slots = new Int32Array(1024);
  #hashed = 0;
  /** Hash by index, kept for growing. */
  #hashes = new Int32Array(1024);
  #text = new Uint8Array(8192);
  /** End of each id's text by index; it begins where the one before ends. */
  #ends = new Float64Array(1024);

  get size(): number {
    return this.#size;
  }

  /** The index of the id in bytes `start` … `end` − 1, a new one at its first appearance. */
  intern(buffer: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length > 0 && length <= DIRECT_DIGITS && (buffer[start] !== ZERO || length === 1)) {
      let number = 0;
      let i = start;
      for (; i < end; i++) {
        const byte = buffer[i]!;
        if (byte < ZERO || byte > NINE) break;
        number = number * 10 + (byte - ZERO);
      }
      if (i === end && number < DIRECT_IDS) return this.#internNumber(number, buffer, start, end);
    }
    return this.#internHashed(buffer, start, end);
  }

  /** All texts by index. */
  async texts(meter: ImportMeter): Promise<string[]> {
    const texts: string[] = [];
    for (let begin = 0; begin < this.#size; begin += SLICE_IDS) {
      const end = Math.min(this.#size, begin + SLICE_IDS);
      this.#appendTexts(texts, begin, end);
      await meter.work((end - begin) * BYTES_AN_ID);
    }
    return texts;
  }

  /** One call of the decoder for all ids of a slice where they are ASCII: a call an id costs ten times as much. */
  #appendTexts(texts: string[], begin: number, end: number): void {
    const from = this.#startOf(begin);
    const bytes = this.#text.subarray(from, this.#ends[end - 1]);
    const all = bytes.every((byte) => byte < 128) ? decodeText(bytes) : null;
    for (let index = begin; index < end; index++) {
      const start = this.#startOf(index) - from;
      const stop = this.#ends[index]! - from;
      texts.push(all === null ? decodeText(bytes.subarray(start, stop)) : all.slice(start, stop));
    }
  }

  #internNumber(number: number, buffer: Uint8Array, start: number, end: number): number {
    if (number >= this.#direct.length) {
      const grown = new Int32Array(Math.min(DIRECT_IDS, Math.max(2 * this.#direct.length, number + 1)));
      grown.set(this.#direct);
      this.#direct = grown;
    }
    const known = this.#direct[number]!;
    if (known > 0) return known - 1;
    const index = this.#append(buffer, start, end, 0);
    this.#direct[number] = index + 1;
    return index;
  }

  #internHashed(buffer: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5; // FNV-1a
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ buffer[i]!, 0x01000193);
    hash ^= hash >>> 15; // FNV's low bits alone are weak for a table that is masked by them
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let found = this.#slots[slot]!; found > 0; found = this.#slots[slot]!) {
      if (this.#hashes[found - 1] === hash && this.#equals(found - 1, buffer, start, end)) return found - 1;
      slot = (slot + 1) & mask;
    }
    const index = this.#append(buffer, start, end, hash);
    this.#slots[slot] = index + 1;
    if (2 * ++this.#hashed > this.#slots.length) this.#growSlots();
    return index;
  }

  #equals(index: number, buffer: Uint8Array, start: number, end: number): boolean {
    const at = this.#startOf(index);
    if (this.#ends[index]! - at !== end - start) return false;
    for (let i = 0; i < end - start; i++) if (this.#text[at + i] !== buffer[start + i]) return false;
    return true;
  }

  #append(buffer: Uint8Array, start: number, end: number, hash: number): number {
    const index = this.#size++;
    if (index === this.#ends.length) {
      this.#ends = grow(this.#ends, new Float64Array(2 * index));
      this.#hashes = grow(this.#hashes, new Int32Array(2 * index));
    }
    const at = this.#startOf(index);
    const until = at + end - start;
    if (until > this.#text.length) this.#text = grow(this.#text, new Uint8Array(2 * until));
    for (let i = 0; i < end - start; i++) this.#text[at + i] = buffer[start + i]!;
    this.#ends[index] = until;
    this.#hashes[index] = hash;
    return index;
  }

  #growSlots(): void {
    const old = this.#slots;
    const mask = 2 * old.length - 1;
    this.#slots = new Int32Array(2 * old.length);
    for (const entry of old) {
      if (entry === 0) continue;
      let slot = this.#hashes[entry - 1]! & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = entry;
    }
  }

  #startOf(index: number): number {
    return index === 0 ? 0 : this.#ends[index - 1]!;
  }
}

function grow<T extends Int32Array | Uint8Array | Float64Array>(old: T, grown: T): T {
  grown.set(old);
  return grown;
}
