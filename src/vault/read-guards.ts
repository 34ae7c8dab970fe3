import type { DamageCause } from '../domain/damage.ts';
import { envelopeMark, envelopeVersion } from './cipher.ts';
import type { Cipher } from './cipher.ts';
import { keyText } from './manifest.ts';
import type { HeadContent } from './manifest.ts';
import { openOrNull } from './read-stored.ts';
import type { StoredGuards } from './read-stored.ts';
import type { Head } from './schema.ts';

/** Numbers above are no counts or event ids of ours, whoever put them there: to go on from them would run out. */
export const LARGEST_COUNT: number = 2 ** 40;

/** A head is sealed, or in the clear as it is before the first change, or else of no use. */
export interface ReadHead {
  readonly sealed?: HeadContent;
  readonly clear?: Head;
  /** Why it would be of no use. */
  readonly cause: DamageCause;
}

export interface ReadSegment {
  readonly mark: string;
  readonly version: number;
  /** Null when it does not decrypt. */
  readonly content: unknown;
}

export async function openHead(cipher: Cipher, stored: unknown): Promise<ReadHead> {
  if (stored === undefined) return { cause: 'missing' };
  const sealed = await openOrNull(cipher, 'head', 'head', stored);
  if (sealed !== null) return { sealed: sealed as HeadContent, cause: 'rolled-back' };
  return isClearHead(stored) ? { clear: stored, cause: 'unreadable' } : { cause: 'unreadable' };
}

function isClearHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false;
  const { lastEventId, logVersion, changes } = value as Partial<Record<keyof Head, unknown>>;
  return [lastEventId, logVersion, changes].every(
    (count) => Number.isInteger(count) && Number(count) >= 0 && Number(count) <= LARGEST_COUNT,
  );
}

export async function readSegments(
  cipher: Cipher,
  stored: StoredGuards['manifest'],
): Promise<Map<string, ReadSegment>> {
  return new Map(
    await Promise.all(
      stored.map(async ([key, envelope]): Promise<[string, ReadSegment]> => {
        const name = keyText(key);
        const content = await openOrNull(cipher, 'manifest', name, envelope);
        return [name, { mark: envelopeMark(envelope), version: envelopeVersion(envelope), content }];
      }),
    ),
  );
}
