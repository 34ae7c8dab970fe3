import { useSyncExternalStore } from 'react';

/** Where what lies above everything can stand: an element in each open modal dialog, the top-most last. */
let open: readonly HTMLElement[] = [];
const listeners = new Set<() => void>();

/** A modal dialog is open from now on, until what is returned is called. */
export function openDialog(slot: HTMLElement): () => void {
  change([...open, slot]);
  return () => change(open.filter((one) => one !== slot));
}

/** The place within the top-most modal dialog: all outside of it can be neither seen nor pressed. Null while none is open. */
export function useTopDialog(): HTMLElement | null {
  return useSyncExternalStore(listen, topDialog);
}

/** As `useTopDialog`, now. */
export const topDialog = (): HTMLElement | null => open.at(-1) ?? null;

function change(next: readonly HTMLElement[]): void {
  open = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
