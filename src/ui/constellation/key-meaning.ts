/** What a key means on the map: a step, an opening, a zoom or the way out; null: it is the page's. */
export type KeyMeaning =
  | { readonly kind: 'step'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'open' | 'whole' | 'away' };

const STEPS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const ZOOM = 1.4;

export function keyMeaning(event: {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): KeyMeaning | null {
  // Alt with an arrow goes back, ctrl with plus zooms the page: both are the browser's.
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const step = STEPS[event.key];
  if (step) return { kind: 'step', dx: step[0], dy: step[1] };
  switch (event.key) {
    case '+':
    case '=':
      return { kind: 'zoom', factor: ZOOM };
    case '-':
    case '_':
      return { kind: 'zoom', factor: 1 / ZOOM };
    case '0':
      return { kind: 'whole' };
    case 'Enter':
      return { kind: 'open' };
    case 'Escape':
      return { kind: 'away' };
    default:
      return null;
  }
}
