import { useCallback, useState } from 'react';
import type { RefObject } from 'react';
import { useKeptFocus } from '../cart/use-kept-focus.ts';
import { useActions } from '../homebody-context.tsx';
import type { HistoryGroup } from './groups.ts';

export interface TakingBack {
  /** Key of the group whose preview is open, null for none. */
  readonly open: string | null;
  /** Opens the preview of the group with this key. */
  readonly ask: (key: string) => void;
  readonly onOpen: (group: HistoryGroup) => void;
  readonly onKeep: (group: HistoryGroup) => void;
  readonly onTakeBack: (group: HistoryGroup) => void;
}

/**
 * Which preview is open, and where the focus goes when it closes: back to the button that opened it, or, when its
 * row is gone, to the button of the row that took the place.
 */
export function useTakeBack(
  list: RefObject<HTMLElement | null>,
  groups: readonly HistoryGroup[],
): TakingBack {
  const actions = useActions();
  const [open, setOpen] = useState<string | null>(null);
  const order = groups.map((group) => group.key).join(' ');
  const keepFocus = useKeptFocus(`${order} ${open}`, (place) => {
    const all = openersIn(list);
    return all[Math.min(place, all.length - 1)];
  });
  const closing = useCallback(
    (group: HistoryGroup): void => {
      const place = openersIn(list).findIndex((button) => button.dataset['opener'] === group.key);
      keepFocus(Math.max(0, place));
    },
    [list, keepFocus],
  );

  return {
    open,
    ask: setOpen,
    onOpen: useCallback((group) => setOpen(group.key), []),
    onKeep: useCallback(
      (group) => {
        closing(group);
        setOpen(null);
      },
      [closing],
    ),
    onTakeBack: useCallback(
      (group) => {
        closing(group);
        const close = (): void => {
          // It stands there still when it could not be taken back.
          closing(group);
          setOpen(null);
        };
        void actions.takeBack(group.entries.map((entry) => entry.event)).then(close);
      },
      [actions, closing],
    ),
  };
}

/** The buttons that open a preview, in the order of the rows. */
const openersIn = (list: RefObject<HTMLElement | null>): readonly HTMLElement[] => [
  ...(list.current?.querySelectorAll<HTMLElement>('[data-opener]') ?? []),
];
