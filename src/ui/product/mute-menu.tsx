import { useRef } from 'react';
import type { KeyboardEvent, FocusEvent, ReactNode } from 'react';
import ChevronDown from 'lucide-react/icons/chevron-down';
import type { MutedField } from '../../client/state.ts';
import type { Item } from '../../domain/item.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './mute-menu.module.css';

/** Never to see a department or a brand again, or to see it again after all: a disclosure of two buttons. */
export function MuteMenu({ item }: { readonly item: Item }): ReactNode {
  const words = useWords();
  const actions = useActions();
  const muted = useHomebody((state) => state.muted);
  const menu = useRef<HTMLDetailsElement>(null);
  const { brand } = words.item(item);

  const close = (): void => {
    if (!menu.current?.open) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  const leave = (event: FocusEvent): void => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget) && menu.current) {
      menu.current.open = false;
    }
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  const choose = (field: MutedField, name: string, on: boolean): void => {
    close();
    void (on ? actions.mute(field, name) : actions.unmute(field, name));
  };

  const { department } = item;
  const departmentMuted = muted.departments.includes(department);
  const brandMuted = item.brand !== undefined && muted.brands.includes(item.brand);
  if (department === '' && item.brand === undefined) return null;
  return (
    // The disclosure only hears of what its buttons are for: Escape, and the focus that leaves.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details ref={menu} className={css['menu']} onKeyDown={escape} onBlur={leave}>
      <summary className={css['open']}>
        {words.product.notAgain}
        <ChevronDown size={20} aria-hidden />
      </summary>
      <div className={css['sheet']}>
        {department !== '' && (
          <Button look="plain" onClick={() => choose('department', department, !departmentMuted)}>
            {departmentMuted
              ? words.product.unmuteDepartment(words.departmentName(department))
              : words.product.muteDepartment(words.departmentName(department))}
          </Button>
        )}
        {item.brand !== undefined && (
          <Button look="plain" onClick={() => choose('brand', item.brand ?? '', !brandMuted)}>
            {brandMuted
              ? words.product.unmuteBrand(brand ?? item.brand)
              : words.product.muteBrand(brand ?? item.brand)}
          </Button>
        )}
      </div>
    </details>
  );
}
