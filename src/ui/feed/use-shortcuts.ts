import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'wouter';
import type { Homebody } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { groupsOf } from '../history/groups.ts';
import { takingBack } from '../history/taking-back.ts';
import { useActions, useHandle, useHomebody } from '../homebody-context.tsx';
import { topDialog } from '../parts/open-dialogs.ts';
import { useRoom } from '../room-context.tsx';
import { ITEM_ATTRIBUTE } from './item-attribute.ts';

/**
 * The letters: `l` like, `x` not for me, `w` why on the item that has the focus, or on `page`, the item that
 * the page is about; `u` undo or look at taking back the newest, `?` help, Shift+`l` lock, or see how to. They rest while something is typed or,
 * but for the undoing of what was just done, a dialog is open.
 */
export function useShortcuts(): void {
  const homebody = useHandle();
  const actions = useActions();
  const room = useRoom();
  const undoable = useHomebody((state) => state.undoable);
  const history = useHomebody((state) => state.history);
  const [, navigate] = useLocation();

  const lockUp = (): void => {
    // There a passphrase is set; and there it is told why it does not lock, where it does not.
    const toItsRoom = (): void => navigate('/privacy/lock');
    lockIfSet(homebody).then((isSet) => {
      if (!isSet) toItsRoom();
    }, toItsRoom);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    // A key that is held down would go on to the next thing, and the next.
    if (event.repeat) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('input:not([type=range], [type=radio], [type=checkbox]), textarea, select')) return;

    if (event.key === 'u' && undoable) return void actions.undo();
    if (topDialog()) return;
    if (event.key === '?') return room.openHelp();
    // With Shift, for its effect is larger than a letter's; Caps Lock alone does nothing.
    if (event.key === 'L' && event.shiftKey) return lockUp();
    if (event.key === 'u') {
      // Nothing older is lost without having been looked at.
      const [newest] = groupsOf(history);
      if (newest) navigate('/history', { state: takingBack(newest) });
      return undefined;
    }
    const index = focusedItem(target);
    if (index === null) return undefined;
    if (event.key === 'l') void actions.record('like', index);
    else if (event.key === 'x') void actions.record('dismiss', index);
    else if (event.key === 'w') room.openWhy(index);
    return undefined;
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Whether there is a passphrase to lock with. */
async function lockIfSet(homebody: Homebody): Promise<boolean> {
  const { actions, store } = await homebody.lock();
  await actions.look();
  if (!store.getState().facts?.passphrase) return false;
  await actions.lockNow();
  return true;
}

function focusedItem(target: Element | null): ItemIndex | null {
  const holder =
    target?.closest(`[${ITEM_ATTRIBUTE}]`) ?? document.querySelector(`main > [${ITEM_ATTRIBUTE}]`);
  const value = holder?.getAttribute(ITEM_ATTRIBUTE);
  return value === undefined || value === null ? null : (Number(value) as ItemIndex);
}
