import { createContext, Suspense, use, useCallback, useState } from 'react';
import type { Context, ReactNode } from 'react';
import type { ShownItem } from '../../client/state.ts';
import { later } from '../shell/later.ts';

const ItemMenu = later(() => import('./item-menu.tsx'), 'ItemMenu');

type OpenMenu = (of: ShownItem, opener: HTMLElement) => void;

const ItemMenuContext: Context<OpenMenu | null> = createContext<OpenMenu | null>(null);

/** Opens the one menu of the page for a thing, at the button that asks for it. */
export function useItemMenu(): OpenMenu {
  const open = use(ItemMenuContext);
  if (!open) throw new Error('useItemMenu() outside <ItemMenuProvider>');
  return open;
}

export function ItemMenuProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [opened, setOpened] = useState<{ readonly of: ShownItem; readonly opener: HTMLElement } | null>(null);
  const open = useCallback<OpenMenu>((of, opener) => setOpened({ of, opener }), []);
  const close = useCallback(() => setOpened(null), []);
  return (
    <ItemMenuContext value={open}>
      {children}
      <Suspense fallback={null}>
        {opened && <ItemMenu key={opened.of.index} of={opened.of} opener={opened.opener} onClose={close} />}
      </Suspense>
    </ItemMenuContext>
  );
}
