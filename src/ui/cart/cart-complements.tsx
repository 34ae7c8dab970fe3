import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { CartLine, ShownItem } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { useActions } from '../homebody-context.tsx';
import { ProductShelf } from '../product/product-shelf.tsx';
import { useWords } from '../words/words-context.tsx';

/** Lines whose complements are asked for. */
const ASKED = 4;
const SHOWN = 8;

/** What others took together with what is in the cart; nothing where there is none. */
export function CartComplements({ lines }: { readonly lines: readonly CartLine[] }): ReactNode {
  const { cart: words, language } = useWords();
  const actions = useActions();
  const [found, setFound] = useState<readonly ShownItem[]>([]);
  const asked = lines.slice(0, ASKED).map((line) => line.index);
  const key = [language, ...asked].join(' ');

  useEffect(() => {
    let current = true;
    const indexes = key
      .split(' ')
      .slice(1)
      .map((index) => Number(index) as ItemIndex);
    // A shelf beside the cart is not worth an alert: without an answer it is not there.
    Promise.all(indexes.map((index) => actions.product(index).catch(() => null))).then(
      (pages) => {
        if (current) setFound(inTurns(pages.map((page) => page?.complements ?? [])));
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [actions, key]);

  const inCart = new Set(lines.map((line) => line.index));
  const items = found.filter((one) => !inCart.has(one.index)).slice(0, SHOWN);
  if (items.length === 0) return null;
  return (
    <ProductShelf
      title={words.complements}
      reason={words.complementsHint}
      items={items}
      none={words.complementsHint}
    />
  );
}

/** One of each list, then the second of each, and so on; each thing once. */
export function inTurns(lists: readonly (readonly ShownItem[])[]): readonly ShownItem[] {
  const found = new Map<ItemIndex, ShownItem>();
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let place = 0; place < longest; place++) {
    for (const list of lists) {
      const one = list[place];
      if (one && !found.has(one.index)) found.set(one.index, one);
    }
  }
  return [...found.values()];
}
