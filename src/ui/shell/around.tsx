import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useShortcuts } from '../feed/use-shortcuts.ts';
import { Announcer } from './announcer.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Footer } from './footer.tsx';
import { Tidings } from './tidings.tsx';
import { UndoToast } from './undo-toast.tsx';
import { usePartsAhead } from './use-parts-ahead.ts';

/** What stands around every view and is not needed for its first drawing: a part of its own, after the shell. */
export function Around(): ReactNode {
  useShortcuts();
  useSafeDrops();
  usePartsAhead();
  return (
    <>
      <Footer />
      <Tidings />
      <UndoToast />
      <BottomBar />
      <Announcer />
    </>
  );
}

/** A file that misses the drop zone must not replace the page. */
function useSafeDrops(): void {
  useEffect(() => {
    const stay = (event: DragEvent): void => event.preventDefault();
    document.addEventListener('dragover', stay);
    document.addEventListener('drop', stay);
    return () => {
      document.removeEventListener('dragover', stay);
      document.removeEventListener('drop', stay);
    };
  }, []);
}
