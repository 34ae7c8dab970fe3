import type { VaultTruth } from './kill-state.ts';

/** Lines of a difference that are told; who reads more of them learns no more. */
const MOST_LINES = 12;

/** How `found` differs from the nearest of what is allowed, line by line; nothing where it is one of them. */
export function difference(allowed: readonly VaultTruth[], found: VaultTruth): readonly string[] {
  const all = allowed.map((one) => between(one, found)).toSorted((a, b) => a.length - b.length);
  const [nearest = ['nothing at all is allowed']] = all;
  if (nearest.length <= MOST_LINES) return nearest;
  return [...nearest.slice(0, MOST_LINES), `and ${nearest.length - MOST_LINES} more`];
}

function between(expected: VaultTruth, found: VaultTruth): string[] {
  if (expected === 'erasing' || found === 'erasing') {
    if (expected === found) return [];
    return [expected === 'erasing' ? 'the erasure that was begun is forgotten' : 'the keys are erased'];
  }
  const times = new Set([...Object.keys(expected.events), ...Object.keys(found.events)].map(Number));
  const events = [...times]
    .toSorted((a, b) => a - b)
    .flatMap((at) => other(`the event at ${at}`, expected.events[at] ?? null, found.events[at] ?? null));
  const names = new Set([...expected.catalogues, ...found.catalogues]);
  const catalogues = [...names].flatMap((name) =>
    other(`the catalogue ${name}`, standing(expected.catalogues, name), standing(found.catalogues, name)),
  );
  return [
    ...events,
    ...catalogues,
    ...other('the model', expected.model, found.model),
    ...other('the setting', expected.setting, found.setting),
    ...other('the passphrase', expected.passphrase, found.passphrase),
  ];
}

const standing = (names: readonly string[], name: string): string | null => {
  const count = names.filter((one) => one === name).length;
  return count === 0 ? null : count === 1 ? 'there' : `there ${count} times`;
};

function other(what: string, expected: string | number | null, found: string | number | null): string[] {
  if (Object.is(expected, found)) return [];
  if (found === null) return [`${what} is lost: ${expected}`];
  if (expected === null) return [`${what} is there and should not be: ${found}`];
  return [`${what} is ${found}, and should be ${expected}`];
}
