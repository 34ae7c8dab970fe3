import { createContext, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Context, ReactNode } from 'react';
import { useStore } from 'zustand';
import { asError } from '../../client/errors.ts';
import type { Ownership, OwnershipActions, OwnershipState } from '../../client/ownership-state.ts';
import type { HomebodyError } from '../../domain/errors.ts';
import { useHandle, useHomebody } from '../homebody-context.tsx';

export interface Opening {
  /** Null until it is there. */
  readonly ownership: Ownership | null;
  readonly error: HomebodyError | null;
  readonly again: () => void;
}

export const OwnershipContext: Context<Opening | null> = createContext<Opening | null>(null);

/** A part of what is known of one's own; the component is drawn again only when that part is another. */
export function useOwnership<Part>(select: (state: OwnershipState) => Part): Part {
  return useStore(useGiven().store, select);
}

export function useOwnershipActions(): OwnershipActions {
  return useGiven().actions;
}

/** How many restorings were cut short, as far as it is known. */
export function usePendingRestores(): number {
  const ownership = use(OwnershipContext)?.ownership;
  return useSyncExternalStore(
    ownership?.store.subscribe ?? noNews,
    () => ownership?.store.getState().pending.length ?? 0,
  );
}

const noNews = (): (() => void) => () => {};

function useGiven(): Ownership {
  const ownership = use(OwnershipContext)?.ownership ?? null;
  if (ownership === null) throw new Error('useOwnership() outside of <Owned>');
  return ownership;
}

/** Fetches what the visitor can do with what is stored, when somebody comes in. */
export function OwnershipProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const homebody = useHandle();
  const ready = useHomebody((state) => state.phase === 'ready');
  const [ownership, setOwnership] = useState<Ownership | null>(null);
  const [error, setError] = useState<HomebodyError | null>(null);
  const open = useCallback((): void => {
    homebody.ownership().then(setOwnership, (reason: unknown) => setError(asError(reason)));
  }, [homebody]);
  useEffect(open, [open]);
  useEffect(() => {
    if (ready) void ownership?.actions.look();
  }, [ready, ownership]);
  const opening = useMemo<Opening>(
    () => ({
      ownership,
      error,
      again: () => {
        setError(null);
        open();
      },
    }),
    [ownership, error, open],
  );
  return <OwnershipContext value={opening}>{children}</OwnershipContext>;
}
