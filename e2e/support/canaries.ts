import { createRng } from '../../src/domain/rng.ts';
import { numberForms, textForms } from './profile.ts';
import type { Canary } from './profile.ts';

const LOG = 'quokkalune-verzamel';
const DEPARTMENTS = ['Zwirbelkraut&Öl', 'Plonkwhistle', '鹌鹑茶室', 'Gnarlforth'] as const;
const TAGS = ['fizzlewump', 'øresnap', 'thrumbleday', '云雀木匠'] as const;
/** ms since the epoch. */
const TIMES = [987_654_321_123, 1_131_415_926_535, 1_271_828_182_845, 1_414_213_562_373, 1_618_033_988_749];
/** A float32 as it is, so that a column holds it unrounded. */
const RATING = Math.fround(3.718_281_7);
/** What the settings of a run are set to. */
export const REGULARISATION = 0.007_319_024_680_3;
export const SEED = 73_190_246;
/** The department that is muted, and one that is looked at and left as it is. */
export const MUTED: string = DEPARTMENTS[1];
export const VISITED: string = DEPARTMENTS[0];

const ITEMS = 120;
const USERS = 90;
const RATINGS_EACH = 16;

export interface PlantedLog {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Ids of the items by row. */
  readonly ids: readonly string[];
  /** What the store keeps of it. */
  readonly kept: readonly Canary[];
  /** What must never reach the store: who the people are. */
  readonly masked: readonly Canary[];
}

/**
 * A log in RecBole's form in which everything is unmistakable: titles, ids, departments, tags, its name, times and
 * ratings; and people whose ids, names, addresses and numbers stand in it.
 */
export function plantedLog(): PlantedLog {
  const rng = createRng(20);
  const word = (syllables: number): string =>
    Array.from(
      { length: syllables },
      () => 'bdfgklmnprstvz'[rng.int(14)]! + 'aeiouy'[rng.int(6)]! + 'lnrstx'[rng.int(6)]!,
    ).join('');
  const accents = ['', 'é', ' Größe', ' 金丝雀'];
  const items = Array.from({ length: ITEMS }, (_, row) => ({
    id: `${word(2)}-${word(2)}`,
    title: `${word(3)} ${word(3)}${accents[row % accents.length]}`,
    department: DEPARTMENTS[row % DEPARTMENTS.length]!,
    tag: TAGS[(row >> 2) % TAGS.length]!,
  }));
  const people = Array.from({ length: USERS }, (_, user) => ({
    id: `${word(2)}.${word(2)}@canary-${word(1)}.example`,
    name: `${word(2)} ${word(3)}`,
    email: `${word(3)}@${word(2)}.example`,
    phone: `+44 7700 9${String(10_000 + user * 7)}`,
  }));

  const header =
    'user_id:token\titem_id:token\trating:float\ttimestamp:float\tuser_name:token\temail:token\tphone:token';
  const rows = people.flatMap(({ id, name, email, phone }, user) => {
    const first = (user * 4) % ITEMS;
    return Array.from({ length: RATINGS_EACH }, (_, i) => {
      // Neighbours of the same department, so that there is something to learn; the first of all rates in order.
      const row =
        user * RATINGS_EACH < ITEMS
          ? (user * RATINGS_EACH + i) % ITEMS
          : (first + i * 4 + rng.int(2)) % ITEMS;
      const rating = user === 0 ? RATING : 1 + rng.int(5);
      const at = TIMES[user * RATINGS_EACH + i] ?? 1_500_000_000_000 + user * 1_000_000 + i * 1000;
      return [id, items[row]!.id, rating, at, name, email, phone].join('\t');
    });
  });
  const itemRows = items.map(({ id, title, department, tag }) => `${id}\t${title}\t${department} ${tag}`);
  const text = (name: string, value: string): Canary => ({
    name: `${name} ${value}`,
    forms: textForms(value),
  });
  const pair = Buffer.from(Float32Array.of(RATING, RATING).buffer);
  return {
    files: [
      { name: `${LOG}.inter`, text: [header, ...rows, ''].join('\n') },
      {
        name: `${LOG}.item`,
        text: ['item_id:token\ttitle:token_seq\tclass:token_seq', ...itemRows, ''].join('\n'),
      },
    ],
    ids: items.map(({ id }) => id),
    kept: [
      ...items.slice(0, 20).map(({ title }) => text('title', title)),
      ...items.slice(20, 30).map(({ id }) => text('item id', id)),
      ...DEPARTMENTS.map((name) => text('department', name)),
      ...TAGS.map((name) => text('tag', name)),
      text('data set', LOG),
      ...TIMES.map((at) => ({ name: `time ${at}`, forms: numberForms(at) })),
      { name: `rating ${RATING}`, forms: [pair] },
    ],
    masked: people
      .slice(0, 10)
      .flatMap(({ id, name, email, phone }) => [
        text('user id', id),
        text('user name', name),
        text('e-mail address', email),
        text('phone number', phone),
      ]),
  };
}

/** What a visitor does and sets, as the store would hold it in the clear. */
export function traceOf(name: string, text: string): Canary {
  return { name, forms: textForms(text) };
}

/** A number that a visitor chose, in any form. */
export function numberTrace(name: string, value: number): Canary {
  return { name, forms: numberForms(value) };
}
