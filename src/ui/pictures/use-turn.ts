import { useEffect, useState } from 'react';

/** How long drawings may take before the page has its turn, ms. */
const AT_ONCE_MS = 4;

const waiting = new Set<() => void>();
let isCalling = false;

/** A shelf that is drawn at once is felt. Calls one after another, as many as fit before the page has its turn. */
function call(): void {
  const start = performance.now();
  for (const come of waiting) {
    waiting.delete(come);
    come();
    if (performance.now() - start > AT_ONCE_MS) break;
  }
  isCalling = waiting.size > 0;
  if (isCalling) setTimeout(call);
}

function inTurn(come: () => void): () => void {
  waiting.add(come);
  if (!isCalling) {
    isCalling = true;
    setTimeout(call);
  }
  return () => void waiting.delete(come);
}

/**
 * Whether it is the turn of what takes a while to be drawn: at once when it is `ready`, and otherwise after what
 * asked before. `draw`: the work itself, whose outcome is kept elsewhere; it is done when the turn comes.
 */
export function useTurn(ready: boolean, draw: () => void): boolean {
  const [come, setCome] = useState(ready);
  useEffect(() => {
    if (come) return undefined;
    return inTurn(() => {
      draw();
      setCome(true);
    });
    // oxlint-disable-next-line react/exhaustive-deps -- `draw` is another function at each drawing and does the same
  }, [come]);
  return come || ready;
}
