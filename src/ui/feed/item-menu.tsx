import { useEffect, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import Bookmark from 'lucide-react/icons/bookmark';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import EyeOff from 'lucide-react/icons/eye-off';
import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import type { ShownItem } from '../../client/state.ts';
import { useActions } from '../homebody-context.tsx';
import { useRoom } from '../room-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './item-menu.module.css';

export interface ItemMenuProps {
  readonly of: ShownItem;
  readonly opener: HTMLElement;
  readonly onClose: () => void;
}

interface Choice {
  readonly name: string;
  readonly icon: ReactNode;
  readonly act: () => void;
}

/** What else can be done with a thing. On the browser's own popover: it closes on Escape and on a press elsewhere. */
export function ItemMenu({ of: { index, item }, opener, onClose }: ItemMenuProps): ReactNode {
  const words = useWords();
  const actions = useActions();
  const room = useRoom();
  const menu = useRef<HTMLDivElement>(null);
  const text = words.item(item);

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return undefined;
    element.showPopover();
    place(element, opener);
    element.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true });
    opener.setAttribute('aria-expanded', 'true');
    return () => opener.removeAttribute('aria-expanded');
  }, [opener]);

  // A menu that stayed behind while its button scrolls away would belong to nothing.
  useEffect(() => {
    const close = (): void => onClose();
    const { left, top } = opener.getBoundingClientRect();
    const follow = (): void => {
      const now = opener.getBoundingClientRect();
      if (Math.hypot(now.left - left, now.top - top) > AWAY) close();
    };
    addEventListener('scroll', follow, { passive: true, capture: true });
    addEventListener('resize', close);
    return () => {
      removeEventListener('scroll', follow, { capture: true });
      removeEventListener('resize', close);
    };
  }, [onClose, opener]);

  const choices: readonly Choice[] = [
    { name: words.shelf.moreLike, icon: <Plus aria-hidden />, act: () => void actions.moreLike(index) },
    { name: words.shelf.lessLike, icon: <Minus aria-hidden />, act: () => void actions.lessLike(index) },
    {
      name: words.shelf.wish,
      icon: <Bookmark aria-hidden />,
      act: () => void actions.record('wish', index),
    },
    ...(item.department === ''
      ? []
      : [
          {
            name: words.shelf.mute(words.departmentName(item.department)),
            icon: <EyeOff aria-hidden />,
            act: () => void actions.mute('department', item.department),
          },
        ]),
    ...(item.brand === undefined
      ? []
      : [
          {
            name: words.shelf.mute(text.brand ?? item.brand),
            icon: <EyeOff aria-hidden />,
            act: () => void actions.mute('brand', item.brand ?? ''),
          },
        ]),
    { name: words.feed.why, icon: <CircleHelp aria-hidden />, act: () => room.openWhy(index) },
  ];

  const leave = (): void => {
    // Back to the button first: what has the focus must be in the page when the card leaves it.
    opener.focus({ preventScroll: true });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Tab') return leave();
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return undefined;
    event.preventDefault();
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const from = all.findIndex((one) => one === document.activeElement);
    const to = Number.isFinite(step)
      ? (from + step + all.length) % all.length
      : step < 0
        ? 0
        : all.length - 1;
    all[to]?.focus();
    return undefined;
  };

  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      popover="auto"
      className={css['menu']}
      aria-label={words.shelf.menuOf(text.title)}
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState !== 'closed') return;
        const { activeElement } = document;
        const isNowhere = activeElement === null || activeElement === document.body;
        // A press elsewhere closes it too: what was pressed keeps the focus.
        if (isNowhere || event.currentTarget.contains(activeElement)) leave();
        else onClose();
      }}
    >
      {choices.map(({ name, icon, act }) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={css['choice']}
          onClick={() => {
            leave();
            act();
          }}
        >
          {icon}
          {name}
        </button>
      ))}
    </div>
  );
}

/** Between the menu and the edge of the page, px. */
const MARGIN = 8;
/** A button that has gone so far has left its menu behind, px. */
const AWAY = 40;

/** Under the button or, where there is no room, above it; within the page in any case. On phones the sheet's style overrules it. */
function place(menu: HTMLElement, opener: HTMLElement): void {
  const at = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + height + MARGIN <= innerHeight;
  const left = Math.min(Math.max(MARGIN, at.left), document.documentElement.clientWidth - width - MARGIN);
  menu.style.setProperty('--left', `${left}px`);
  menu.style.setProperty('--top', `${below ? at.bottom : Math.max(MARGIN, at.top - height)}px`);
}
