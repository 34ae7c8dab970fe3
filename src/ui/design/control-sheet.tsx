import { useState } from 'react';
import type { ReactNode } from 'react';
import Bookmark from 'lucide-react/icons/bookmark';
import Heart from 'lucide-react/icons/heart';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import { Button, IconButton } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './control-sheet.module.css';
import { Sheet } from './sheet.tsx';

const LOOKS = ['main', 'calm', 'plain'] as const;

export function ControlSheet(): ReactNode {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const icons = [
    [words.feed.like, <Heart key="like" aria-hidden />],
    [words.feed.dismiss, <X key="dismiss" aria-hidden />],
    [words.feed.cart, <ShoppingBag key="cart" aria-hidden />],
    [words.wishes.title, <Bookmark key="wish" aria-hidden />],
    [words.history.takeBack, <Undo2 key="back" aria-hidden />],
  ] as const;
  return (
    <>
      <Sheet title={words.design.buttons}>
        <table className={css['table']}>
          <thead>
            <tr>
              {Object.values(words.design.states).map((state) => (
                <th key={state} scope="col">
                  {state}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LOOKS.map((look) => (
              <tr key={look}>
                <td>
                  <Button look={look}>{words.design.looks[look]}</Button>
                </td>
                <td>
                  <Button look={look} aria-pressed>
                    {words.design.looks[look]}
                  </Button>
                </td>
                <td>
                  <Button look={look} disabled>
                    {words.design.looks[look]}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      <Sheet title={words.design.icons}>
        <div className={css['row']}>
          {icons.map(([label, icon]) => (
            <IconButton key={label} label={label} icon={icon} />
          ))}
          <IconButton label={words.design.states.pressed} icon={<Heart aria-hidden />} aria-pressed />
          <IconButton label={words.design.states.disabled} icon={<ShoppingBag aria-hidden />} disabled />
        </div>
      </Sheet>
      <Sheet title={words.design.fields}>
        <div className={css['row']}>
          <label className={css['field']}>
            {words.design.slider}
            <input type="range" defaultValue={30} />
          </label>
          <label className={css['field']}>
            {words.design.choice}
            <select>
              {Object.values(words.shell.themes).map((theme) => (
                <option key={theme}>{theme}</option>
              ))}
            </select>
          </label>
        </div>
      </Sheet>
      <Sheet title={words.design.dialog}>
        <div className={css['row']}>
          <Button onClick={() => setOpen(true)}>{words.design.openDialog}</Button>
        </div>
        {open && (
          <Dialog title={words.design.dialog} onClose={() => setOpen(false)}>
            <p>{words.design.dialogText}</p>
          </Dialog>
        )}
      </Sheet>
    </>
  );
}
