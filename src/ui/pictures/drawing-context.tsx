import { createContext, startTransition, useEffect, useState } from 'react';
import type { Context, ReactNode } from 'react';
import type { drawPicture } from './draw-picture.tsx';

export const DrawingContext: Context<typeof drawPicture | null> = createContext<typeof drawPicture | null>(
  null,
);

// The vocabulary of shapes is large and comes after the shell, but without waiting for a first picture.
const vocabulary = import('./draw-picture.tsx');

/** Gives the pictures within it the shapes to draw with, once they are there. */
export function DrawingProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [draw, setDraw] = useState<typeof drawPicture | null>(null);
  useEffect(() => {
    let current = true;
    void vocabulary.then(({ drawPicture }) => {
      // All pictures at once, but in slices that leave the page free.
      if (current) startTransition(() => setDraw(() => drawPicture));
    });
    return () => {
      current = false;
    };
  }, []);
  return <DrawingContext value={draw}>{children}</DrawingContext>;
}
