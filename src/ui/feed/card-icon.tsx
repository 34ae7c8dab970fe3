import type { ReactNode } from 'react';
import { trustedDrawing } from '../../gate/trusted.ts';
import css from './card-icon.module.css';

/** On a square of 24, drawn with the page's one line weight. From Lucide (ISC licence). */
const SHAPES = {
  like: '<path d="M2 9.5a5.5 5.5 0 0 1 9.591-3.676.56.56 0 0 0 .818 0A5.49 5.49 0 0 1 22 9.5c0 2.29-1.5 4-3 5.5l-5.492 5.313a2 2 0 0 1-3 .019L5 15c-1.5-1.5-3-3.2-3-5.5"/>',
  dismiss: '<path d="M18 6 6 18M6 6l12 12"/>',
  cart: '<path d="M16 10a4 4 0 0 1-8 0M3.103 6.034h17.794M3.4 5.467a2 2 0 0 0-.4 1.2V20a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V6.667a2 2 0 0 0-.4-1.2l-2-2.667A2 2 0 0 0 17 2H7a2 2 0 0 0-1.6.8z"/>',
  more: '<circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/><circle cx="5" cy="12" r="1"/>',
  wish: '<path d="M17 3a2 2 0 0 1 2 2v15a1 1 0 0 1-1.496.868l-4.512-2.578a2 2 0 0 0-1.984 0l-4.512 2.578A1 1 0 0 1 5 20V5a2 2 0 0 1 2-2z"/>',
} as const;

const MARKUP = Object.fromEntries(
  Object.entries(SHAPES).map(([name, shape]) => [name, { __html: trustedDrawing(shape) }]),
) as Readonly<Record<keyof typeof SHAPES, { readonly __html: string }>>;

/**
 * An icon of a card. A page has hundreds of them: one element each, whose shape the browser reads as text, in
 * place of a component with a tree of its own.
 */
export function CardIcon({ name }: { readonly name: keyof typeof SHAPES }): ReactNode {
  return (
    <svg viewBox="0 0 24 24" className={css['icon']} aria-hidden dangerouslySetInnerHTML={MARKUP[name]} />
  );
}
