import type { ReactNode } from 'react';
import { Personas } from '../first-minute/personas.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words-context.tsx';

/** Somebody else to be, for one whose first minute is over. */
export function ShoesDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWords().steering;
  return (
    <Dialog title={words.shoes} onClose={onClose} wide>
      <Personas alone onEnd={onClose} />
    </Dialog>
  );
}
