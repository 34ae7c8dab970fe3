/** What is pressed is answered before another row is laid. */
const PRESSES = ['pointerdown', 'pointerup', 'click', 'keydown', 'keyup'] as const;

/** Rows that wait, in the order of their turns, with what each does in its own. */
const waiting = new Map<object, () => void>();
/** The row whose turn it is, until it stands. */
let laying: object | null = null;
let holds = 0;
let frame = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls `lay` when its turn comes: rows are laid one at a time, each once the one before stands and was painted, so
 * that a press never waits for more than one of them. A row that waits already keeps its place; whose turn it is has
 * had it.
 */
export function takeTurn(row: object, lay: () => void): void {
  if (laying === row) laying = null;
  waiting.set(row, lay);
  waitForFrame();
}

/** The row stands, or wants no turn any more. */
export function endTurn(row: object): void {
  waiting.delete(row);
  if (laying !== row) return;
  laying = null;
  waitForFrame();
}

/** Nothing is laid until what is returned is called. */
export function holdTurns(): () => void {
  holds++;
  stopWaiting();
  let lasts = true;
  return () => {
    if (!lasts) return;
    lasts = false;
    holds--;
    waitForFrame();
  };
}

function waitForFrame(): void {
  stopWaiting();
  if (holds > 0 || laying !== null || waiting.size === 0) return;
  // A page that is not seen has no frames.
  if (document.visibilityState === 'hidden') timer = setTimeout(turn, 0);
  else frame = requestAnimationFrame(() => (timer = setTimeout(turn, 0)));
}

function stopWaiting(): void {
  cancelAnimationFrame(frame);
  clearTimeout(timer);
}

function turn(): void {
  const [first] = waiting;
  if (!first) return;
  const [row, lay] = first;
  waiting.delete(row);
  laying = row;
  lay();
}

for (const press of PRESSES) {
  document.addEventListener(press, waitForFrame, { capture: true, passive: true });
}
