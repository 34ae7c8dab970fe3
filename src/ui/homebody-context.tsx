import { createContext, use } from 'react';
import type { Context } from 'react';
import { useStore } from 'zustand';
import type { Homebody, HomebodyActions, HomebodyState } from '../client/state.ts';

export const HomebodyContext: Context<Homebody | null> = createContext<Homebody | null>(null);

/** The handle itself, for what reads the state without being drawn from it. */
export function useHandle(): Homebody {
  const homebody = use(HomebodyContext);
  if (!homebody) throw new Error('useHomebody() outside <HomebodyContext>');
  return homebody;
}

/** A part of the state; the component is drawn again only when that part is another. */
export function useHomebody<Part>(select: (state: HomebodyState) => Part): Part {
  return useStore(useHandle().store, select);
}

/** What the page can do. The same object for the whole visit. */
export function useActions(): HomebodyActions {
  return useHandle().actions;
}
