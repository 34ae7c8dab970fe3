import { findIdentifiers, normalised } from './find-identifiers.ts';
import type { ShapedKind } from './find-identifiers.ts';

/** Stands where an identifier was. */
export const GAP = '•••';

export interface ScrubbedText {
  /** The text as it was where nothing was found; else normalised, with a gap for each identifier. */
  readonly text: string;
  /** What was cut out, by place. */
  readonly kinds: readonly ShapedKind[];
}

/** Cuts out of a text what its shape gives away as an identifier of a person. */
export function scrubText(text: string): ScrubbedText {
  const plain = normalised(text);
  let found = findIdentifiers(plain);
  if (found.length === 0) return { text, kinds: [] };
  const kinds: ShapedKind[] = [];
  let scrubbed = plain;
  // What two cuts leave side by side may look like an identifier again.
  while (found.length > 0) {
    let left = '';
    let from = 0;
    for (const { kind, start, end } of found) {
      kinds.push(kind);
      left += scrubbed.slice(from, start) + GAP;
      from = end;
    }
    scrubbed = left + scrubbed.slice(from);
    found = findIdentifiers(scrubbed);
  }
  return { text: scrubbed, kinds };
}
