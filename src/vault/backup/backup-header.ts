import { HomebodyError } from '../../domain/errors.ts';
import { isSaneCost } from '../passphrase.ts';
import type { PassphraseCost } from '../passphrase.ts';

/** The only version that this code writes, and the newest that it reads. */
export const BACKUP_VERSION = 1;
export const HEADER_BYTES = 96;

const MAGIC = new TextEncoder().encode('HBBACKUP');
const [VERSION_AT, LANES_AT, MEMORY_AT, PASSES_AT, SALT_AT, WRAPPED_AT, SUM_AT] = [
  8, 9, 12, 16, 20, 36, 76,
] as const;
const [SALT_BYTES, WRAPPED_BYTES, SUM_BYTES] = [16, 40, 20] as const;

/** The clear beginning of a backup; `docs/backup-format.md` has its layout. Bound into every frame. */
export interface BackupHeader {
  /** Of Argon2id, which makes the wrapping key of the passphrase. */
  readonly cost: PassphraseCost;
  /** 16 bytes. */
  readonly salt: Uint8Array<ArrayBuffer>;
  /** The key of the frames under RFC 3394, 40 bytes. */
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

export async function encodeHeader({ cost, salt, wrapped }: BackupHeader): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint8(VERSION_AT, BACKUP_VERSION);
  view.setUint8(LANES_AT, cost.lanes);
  view.setUint32(MEMORY_AT, cost.memoryKiB, true);
  view.setUint32(PASSES_AT, cost.passes, true);
  bytes.set(salt, SALT_AT);
  bytes.set(wrapped, WRAPPED_AT);
  bytes.set(await sumOf(bytes), SUM_AT);
  return bytes;
}

/** @throws 'backup/format' · 'backup/version' · 'backup/damaged' */
export async function decodeHeader(bytes: Uint8Array<ArrayBuffer>): Promise<BackupHeader> {
  if (!MAGIC.every((byte, i) => bytes[i] === byte)) {
    throw new HomebodyError('backup/format', 'This file does not begin as a backup does.', {
      remedy: 'Choose a file that was made by a backup.',
    });
  }
  const version = bytes[VERSION_AT];
  if (version === undefined || bytes.length < HEADER_BYTES) throw damagedBackup('its header is cut short');
  if (version > BACKUP_VERSION) {
    throw new HomebodyError('backup/version', `This backup is of version ${version}.`, {
      remedy: 'Reload the page to get the newest version of it.',
      detail: { version, newest: BACKUP_VERSION },
    });
  }
  const sum = await sumOf(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const cost = {
    memoryKiB: view.getUint32(MEMORY_AT, true),
    passes: view.getUint32(PASSES_AT, true),
    lanes: view.getUint8(LANES_AT),
  };
  // The sum tells damage from a wrong passphrase. Whoever can write it can ask for any cost: that is bounded.
  if (
    version !== BACKUP_VERSION ||
    !sum.every((byte, i) => bytes[SUM_AT + i] === byte) ||
    !isSaneCost(cost)
  ) {
    throw damagedBackup('its header was changed');
  }
  return {
    cost,
    salt: bytes.slice(SALT_AT, SALT_AT + SALT_BYTES),
    wrapped: bytes.slice(WRAPPED_AT, WRAPPED_AT + WRAPPED_BYTES),
  };
}

export function damagedBackup(
  what: string,
  detail: Readonly<Record<string, unknown>> = {},
  cause?: unknown,
): HomebodyError {
  return new HomebodyError('backup/damaged', `The backup cannot be read: ${what}.`, {
    remedy: 'Copy the file again from where it was kept, or use another backup.',
    detail,
    cause,
  });
}

/** The first bytes of SHA-256 of all that stands before it. */
async function sumOf(header: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const digest = await crypto.subtle.digest('SHA-256', header.subarray(0, SUM_AT));
  return new Uint8Array(digest, 0, SUM_BYTES);
}
