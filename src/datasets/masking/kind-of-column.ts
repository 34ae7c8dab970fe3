import type { IdentifierKind } from '../../domain/cleaning.ts';
import { kindOfValue } from './find-identifiers.ts';
import { kindOfHeader } from './kind-of-header.ts';

/** The part of a sample that must look like identifiers of one kind, for the whole column to be taken for it. */
const SHARE = 0.3;
/** Luhn alone lets one number in ten through: a column of other numbers shows up to this share of cards. */
const CARD_SHARE = 0.6;
/** Free text: at least this many blanks or Chinese characters a value, most values only once. */
const BLANKS_OF_TEXT = 5;
const CHINESE_OF_TEXT = 12;
const HAN = /[\u4e00-\u9fff]/g;

/**
 * What a column that no reader keeps holds, by its name and by a sample of its values: the name counts where it
 * says something, else the values do. Null: nothing that points to a person.
 */
export function kindOfColumn(header: string, values: readonly string[]): IdentifierKind | null {
  const byName = kindOfHeader(header);
  if (byName !== null) return byName;
  const filled = values.filter((value) => value !== '');
  if (filled.length === 0) return null;
  const counts = new Map<IdentifierKind, number>();
  for (const value of filled) {
    const kind = kindOfValue(value);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [kind, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [null, 0];
  if (kind !== null && count >= (kind === 'card' ? CARD_SHARE : SHARE) * filled.length) return kind;
  const written = filled.filter(isWritten);
  return 2 * written.length >= filled.length && 2 * new Set(written).size >= written.length ? 'text' : null;
}

function isWritten(value: string): boolean {
  return value.split(/\s+/).length > BLANKS_OF_TEXT || (value.match(HAN)?.length ?? 0) >= CHINESE_OF_TEXT;
}
