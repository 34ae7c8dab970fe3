import { Component } from 'react';
import type { ReactNode } from 'react';
import { rowToKeep, shiftOf } from './kept-row.ts';
import type { RowPlace } from './kept-row.ts';

const ROW = '[data-row]';
/** What is opened from a row is part of it. */
const OPENED = 'dialog, [role="menu"]';

interface KeptPlaceProps {
  /** The first minute stands above: when it goes, another thing takes its place, which is looked at from its top. */
  readonly first: boolean;
  readonly children: ReactNode;
}

/**
 * Keeps the row that was acted in at its place on the screen when rows above it come, go or grow. A class: only
 * it is asked right before the page changes.
 */
export class KeptPlace extends Component<KeptPlaceProps> {
  #acted: string | null = null;

  readonly #onAct = (event: Event): void => {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest<HTMLElement>(ROW);
    if (row) this.#acted = row.dataset['row'] ?? null;
    else if (event.type === 'pointerdown' && !target?.closest(OPENED)) this.#acted = null;
  };

  override componentDidMount(): void {
    document.addEventListener('pointerdown', this.#onAct, true);
    document.addEventListener('focusin', this.#onAct, true);
  }

  override componentWillUnmount(): void {
    document.removeEventListener('pointerdown', this.#onAct, true);
    document.removeEventListener('focusin', this.#onAct, true);
  }

  override getSnapshotBeforeUpdate(before: KeptPlaceProps): RowPlace | null {
    return before.first === this.props.first ? rowToKeep(places(), this.#acted, innerHeight) : null;
  }

  override componentDidUpdate(_props: KeptPlaceProps, _state: unknown, kept: RowPlace | null): void {
    if (!kept || !keep(kept)) return;
    // What came in above may not have its full height yet: the browser draws what is off screen later.
    const at = scrollY;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (scrollY === at) keep(kept);
      }),
    );
  }

  override render(): ReactNode {
    return this.props.children;
  }
}

/** Scrolls a row back to its place; whether it was elsewhere. */
function keep(kept: RowPlace): boolean {
  const shift = shiftOf(kept, places());
  if (Math.abs(shift) < 1) return false;
  scrollBy({ top: shift, behavior: 'instant' });
  return true;
}

const places = (): readonly RowPlace[] =>
  [...document.querySelectorAll<HTMLElement>(ROW)].map((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return { key: row.dataset['row'] ?? '', top, bottom };
  });
