import { createContext, startTransition, useEffect, useState } from 'react';
import type { Context, ReactNode } from 'react';
import type { drawPicture } from './draw-picture.ts';
import css from './drawing-context.module.css';

export const DrawingContext: Context<typeof drawPicture | null> = createContext<typeof drawPicture | null>(
  null,
);

// The vocabulary of shapes is large and comes after the shell, but without waiting for a first picture.
const vocabulary = import('./draw-picture.ts');

interface Shapes {
  readonly draw: typeof drawPicture;
  /** What all pictures refer to; the same object at each drawing, so that React leaves it alone. */
  readonly defs: { readonly __html: string };
}

/** Gives the pictures within it the shapes to draw with, once they are there. */
export function DrawingProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [shapes, setShapes] = useState<Shapes | null>(null);
  useEffect(() => {
    let current = true;
    void vocabulary.then(({ drawPicture, pictureDefs }) => {
      // All pictures at once, but in slices that leave the page free.
      if (current) {
        startTransition(() => setShapes({ draw: drawPicture, defs: { __html: pictureDefs() } }));
      }
    });
    return () => {
      current = false;
    };
  }, []);
  return (
    <DrawingContext value={shapes?.draw ?? null}>
      {shapes && <svg className={css['defs']} aria-hidden dangerouslySetInnerHTML={shapes.defs} />}
      {children}
    </DrawingContext>
  );
}
