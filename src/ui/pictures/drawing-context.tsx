import { createContext, startTransition, useEffect, useState } from 'react';
import type { Context, ReactNode } from 'react';
import css from './drawing-context.module.css';
import type { Cover, drawPicture, isDrawn } from './shapes.ts';

/** What pictures are drawn with. */
export interface Drawing {
  readonly draw: typeof drawPicture;
  readonly isDrawn: typeof isDrawn;
  readonly Cover: typeof Cover;
}

/** Null until it is there. */
export const DrawingContext: Context<Drawing | null> = createContext<Drawing | null>(null);

// The vocabulary of shapes is large and comes after the shell, but without waiting for a first picture.
const vocabulary = import('./shapes.ts');

interface Shapes {
  readonly drawing: Drawing;
  /** What all pictures refer to; the same object at each drawing, so that React leaves it alone. */
  readonly defs: { readonly __html: string };
}

/** Gives the pictures within it the shapes to draw with, once they are there. */
export function DrawingProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [shapes, setShapes] = useState<Shapes | null>(null);
  useEffect(() => {
    let current = true;
    void vocabulary.then(({ drawPicture, isDrawn, Cover, pictureDefs }) => {
      if (current) {
        startTransition(() =>
          setShapes({ drawing: { draw: drawPicture, isDrawn, Cover }, defs: { __html: pictureDefs() } }),
        );
      }
    });
    return () => {
      current = false;
    };
  }, []);
  return (
    <DrawingContext value={shapes?.drawing ?? null}>
      {shapes && <svg className={css['defs']} aria-hidden dangerouslySetInnerHTML={shapes.defs} />}
      {children}
    </DrawingContext>
  );
}
