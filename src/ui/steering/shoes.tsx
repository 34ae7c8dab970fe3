import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { later } from '../shell/later.ts';
import { useWords } from '../words/words-context.tsx';
import css from './steering-panel.module.css';

const ShoesDialog = later(() => import('./shoes-dialog.tsx'), 'ShoesDialog');

/** The way to the personas after the first minute. Only the demonstration brings them. */
export function Shoes(): ReactNode {
  const words = useWords().steering;
  const demo = useHomebody((state) => state.catalogue?.origin === 'demo');
  const [open, setOpen] = useState(false);
  if (!demo) return null;
  return (
    <div>
      <Button look="plain" className={css['forget']} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.shoes}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ShoesDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
