import { createRng } from '../../src/domain/rng.ts';

const ITEMS = 60;
const USERS = 40;
const RATINGS_EACH = 12;

/** A small log in RecBole's form, the same under every name. */
export function smallLog(name: string): { readonly name: string; readonly text: string }[] {
  const rng = createRng(3);
  const rows = Array.from({ length: USERS * RATINGS_EACH }, (_, i) =>
    [`u${Math.floor(i / RATINGS_EACH)}`, `i${rng.int(ITEMS)}`, 1 + rng.int(5), 1_400_000_000 + i].join('\t'),
  );
  const items = Array.from({ length: ITEMS }, (_, row) => `i${row}\tThe Thing Called ${row}\tKind${row % 4}`);
  return [
    {
      name: `${name}.inter`,
      text: ['user_id:token\titem_id:token\trating:float\ttimestamp:float', ...rows, ''].join('\n'),
    },
    {
      name: `${name}.item`,
      text: ['item_id:token\ttitle:token_seq\tclass:token_seq', ...items, ''].join('\n'),
    },
  ];
}
