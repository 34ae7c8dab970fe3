const NAMES: readonly (readonly [separator: string, name: string])[] = [
  ['::', '"::"'],
  ['\t', 'a tab'],
  [',', 'a comma'],
  [';', 'a semicolon'],
  ['|', 'a vertical bar'],
  [':', 'a single colon'],
  [' ', 'a blank'],
];

/** A separator in words. */
export function describeSeparator(separator: string): string {
  return NAMES.find(([known]) => known === separator)?.[1] ?? `"${separator}"`;
}

/** The separator, in words, that a line seems to use instead of the expected one; null when there is none. */
export function otherSeparatorIn(line: string, expected: string): string | null {
  if (line.includes(expected)) return null;
  return NAMES.find(([known]) => line.includes(known))?.[1] ?? null;
}
