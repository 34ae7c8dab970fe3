import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { CartLine, FeedCard, HistoryEntry } from '../../client/state.ts';
import { useActions, useHandle, useHomebody } from '../homebody-context.tsx';
import type { PlacedOrder } from './order-thanks.tsx';

export interface Checkout {
  readonly state: 'resting' | 'placing' | 'failed';
  /** The lines that are being ordered: the cart is empty before the answer is here. */
  readonly ordered: readonly CartLine[];
  /** The order that the address is about; null when it was undone or is not known. */
  readonly order: PlacedOrder | null;
  readonly review: () => void;
  readonly change: () => void;
  readonly place: () => void;
}

/**
 * The steps of the checkout are addresses, so that the browser's ways back and forward go through them. Which
 * order is thanked for is remembered by the browser's history: it outlives a reload.
 */
export function useCheckout(step: string | undefined, lines: readonly CartLine[]): Checkout {
  const actions = useActions();
  const { store } = useHandle();
  const history = useHomebody((state) => state.history);
  const [address, navigate] = useLocation();
  const remembered = useRemembered(address.startsWith('/cart'));
  const [state, setState] = useState<Checkout['state']>('resting');
  const [ordered, setOrdered] = useState(lines);
  const [before, setBefore] = useState<readonly FeedCard[] | null>(null);
  const order = useMemo(() => orderOf(history, remembered, before), [history, remembered, before]);

  const [at, setAt] = useState(step);
  if (at !== step) {
    setAt(step);
    if (state === 'failed') setState('resting');
  }

  const place = async (): Promise<void> => {
    setOrdered(lines);
    setState('placing');
    setBefore(store.getState().cards ?? []);
    const events = await actions.order();
    setState(events ? 'resting' : 'failed');
    if (!events) return;
    // The review of what is bought is no place to come back to. Whoever has gone elsewhere stays there.
    if (location.hash !== ORDER_HASH) return;
    navigate('/cart/thanks', { replace: true, state: { order: events.map((event) => event.id) } });
  };

  return {
    state,
    ordered,
    order,
    review: () => navigate('/cart/order'),
    change: () => navigate('/cart'),
    place: () => void place(),
  };
}

const ORDER_HASH = '#/cart/order';

/** What the browser's history remembers of this place; for the moment in which it is left, what it remembered. */
function useRemembered(here: boolean): unknown {
  const now: unknown = useHistoryState();
  const [remembered, setRemembered] = useState(now);
  if (here && now !== remembered) setRemembered(now);
  return here ? now : remembered;
}

/** The order with the remembered events, from the history, in the order of the lines; null when none of them is there. */
function orderOf(
  history: readonly HistoryEntry[],
  remembered: unknown,
  before: readonly FeedCard[] | null,
): PlacedOrder | null {
  if (typeof remembered !== 'object' || remembered === null || !('order' in remembered)) return null;
  const ids = new Set(Array.isArray(remembered.order) ? remembered.order : []);
  const lines = new Map<number, CartLine>();
  for (const { event, ...shown } of history.toReversed()) {
    if (!ids.has(event.id)) continue;
    const line = lines.get(shown.index);
    lines.set(shown.index, { ...shown, events: [...(line?.events ?? []), event] });
  }
  return lines.size === 0 ? null : { lines: [...lines.values()], before };
}
