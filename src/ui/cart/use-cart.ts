import { useMemo } from 'react';
import { cartOf, wishesOf } from '../../client/cart.ts';
import type { CartLine, HistoryEntry } from '../../client/state.ts';
import { useHomebody } from '../homebody-context.tsx';

/** What is in the cart, the newest line first. */
export function useCart(): readonly CartLine[] {
  const history = useHomebody((state) => state.history);
  return useMemo(() => cartOf(history), [history]);
}

/** What is wished for and not in the cart, newest first: a wish that is put into the cart waits there. */
export function useOpenWishes(): readonly HistoryEntry[] {
  const history = useHomebody((state) => state.history);
  return useMemo(() => openWishesOf(history), [history]);
}

export function openWishesOf(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const inCart = new Set(cartOf(history).map((line) => line.index));
  return wishesOf(history).filter((wish) => !inCart.has(wish.index));
}
