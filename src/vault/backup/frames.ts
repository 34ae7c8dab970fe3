import { damagedBackup, HEADER_BYTES } from './backup-header.ts';

/** Content of one frame; the last one is filled up with zeros, so that a file's length says no more than it must. */
export const FRAME_BYTES: number = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_BYTES = FRAME_BYTES + TAG_BYTES;
/** Frames that are read from the file at once, and written out at once. */
const FRAMES_AT_ONCE = 32;

/**
 * Frame i is AES-256-GCM under the nonce i ‖ last (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015), with header,
 * number and mark of the last as additional data: frames cannot be left out, moved, brought in from another file or cut
 * off unnoticed.
 */
function algorithm(header: Uint8Array<ArrayBuffer>, index: number, isLast: boolean): AesGcmParams {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setBigUint64(0, BigInt(index));
  iv[11] = isLast ? 1 : 0;
  const additionalData = new Uint8Array(header.length + iv.length);
  additionalData.set(header);
  additionalData.set(iv, header.length);
  return { name: 'AES-GCM', iv, additionalData };
}

/** Takes bytes of any length and makes a file of them. */
export class FrameWriter {
  readonly #key: CryptoKey;
  readonly #header: Uint8Array<ArrayBuffer>;
  readonly #parts: Blob[];
  #ready: Uint8Array<ArrayBuffer>[] = [];
  #frame = new Uint8Array(FRAME_BYTES);
  #filled = 0;
  #index = 0;

  constructor(key: CryptoKey, header: Uint8Array<ArrayBuffer>) {
    this.#key = key;
    this.#header = header;
    this.#parts = [new Blob([header])];
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    for (let from = 0; from < bytes.length;) {
      // A full frame waits for what comes after it: only then it is known not to be the last.
      if (this.#filled === FRAME_BYTES) await this.#seal(false);
      const some = bytes.subarray(from, from + FRAME_BYTES - this.#filled);
      this.#frame.set(some, this.#filled);
      this.#filled += some.length;
      from += some.length;
    }
  }

  /** The file. Nothing can be written after it. */
  async end(): Promise<Blob> {
    await this.#seal(true);
    this.#putAway();
    return new Blob(this.#parts, { type: 'application/octet-stream' });
  }

  async #seal(isLast: boolean): Promise<void> {
    const how = algorithm(this.#header, this.#index, isLast);
    this.#ready.push(new Uint8Array(await crypto.subtle.encrypt(how, this.#key, this.#frame)));
    this.#index += 1;
    this.#frame = new Uint8Array(FRAME_BYTES);
    this.#filled = 0;
    if (this.#ready.length >= FRAMES_AT_ONCE) this.#putAway();
  }

  /** A browser keeps blobs where it has room, on disk too. */
  #putAway(): void {
    this.#parts.push(new Blob(this.#ready));
    this.#ready = [];
  }
}

/** A place in the content of a backup. */
export interface FramePlace {
  readonly frame: number;
  /** 0 … FRAME_BYTES. */
  readonly offset: number;
}

/** Gives the content of a file, each byte of it authenticated before it is given. */
export class FrameReader {
  readonly #file: Blob;
  readonly #key: CryptoKey;
  readonly #header: Uint8Array<ArrayBuffer>;
  readonly #count: number;
  #sealed: Uint8Array<ArrayBuffer> = new Uint8Array();
  /** Number of the first frame in `#sealed`. */
  #sealedFrom = 0;
  #plain: Uint8Array<ArrayBuffer> = new Uint8Array();
  /** Of `#plain`; before the first one it is one less. */
  #index: number;
  #offset = 0;
  /** Where to begin within the first frame. */
  #begin: number;

  /** `header`: its bytes. `from`: where to begin. @throws 'backup/damaged' */
  constructor(file: Blob, key: CryptoKey, header: Uint8Array<ArrayBuffer>, from?: FramePlace) {
    this.#file = file;
    this.#key = key;
    this.#header = header;
    this.#count = frameCount(file);
    this.#index = (from?.frame ?? 0) - 1;
    this.#begin = from?.offset ?? 0;
  }

  /** Before the next byte. */
  get place(): FramePlace {
    return { frame: Math.max(0, this.#index), offset: this.#offset };
  }

  /** Of the file, that have been read. */
  get bytesRead(): number {
    return Math.min(this.#file.size, HEADER_BYTES + (this.#index + 1) * SEALED_BYTES);
  }

  /** The next `length` bytes. @throws 'backup/damaged' */
  async read(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(length);
    for (let filled = 0; filled < length;) {
      if (this.#offset === this.#plain.length) await this.#next();
      const some = this.#plain.subarray(this.#offset, this.#offset + length - filled);
      bytes.set(some, filled);
      filled += some.length;
      this.#offset += some.length;
    }
    return bytes;
  }

  /** After the last content there are zeros only, to the end of the last frame. @throws 'backup/damaged' */
  mustEnd(): void {
    const rest = this.#plain.subarray(this.#offset);
    if (this.#index === this.#count - 1 && rest.every((byte) => byte === 0)) return;
    throw damagedBackup('something stands after its end');
  }

  async #next(): Promise<void> {
    const index = this.#index + 1;
    if (index >= this.#count) throw damagedBackup('its content has no end');
    if ((index - this.#sealedFrom) * SEALED_BYTES >= this.#sealed.length) {
      this.#sealed = await readPart(
        this.#file,
        HEADER_BYTES + index * SEALED_BYTES,
        FRAMES_AT_ONCE * SEALED_BYTES,
      );
      this.#sealedFrom = index;
    }
    const at = (index - this.#sealedFrom) * SEALED_BYTES;
    const how = algorithm(this.#header, index, index === this.#count - 1);
    try {
      const sealed = this.#sealed.subarray(at, at + SEALED_BYTES);
      this.#plain = new Uint8Array(await crypto.subtle.decrypt(how, this.#key, sealed));
    } catch (cause) {
      throw damagedBackup(
        'a part was changed, moved or cut off',
        { frame: index, frames: this.#count },
        cause,
      );
    }
    this.#index = index;
    this.#offset = this.#begin;
    this.#begin = 0;
  }
}

/** @throws 'backup/damaged' for a length that no backup has */
export function frameCount(file: Blob): number {
  const count = (file.size - HEADER_BYTES) / SEALED_BYTES;
  if (Number.isInteger(count) && count >= 1) return count;
  throw damagedBackup('it is cut short');
}

/** @throws 'backup/damaged' also when the file was taken away or changed since it was chosen */
export async function readPart(file: Blob, start: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(start, start + length).arrayBuffer());
  } catch (cause) {
    throw damagedBackup('the file itself cannot be read', {}, cause);
  }
}
