import type { Box } from './camera.ts';

/** A name that wants to stand at a pixel. Earlier ones come first. */
export interface LabelWish {
  readonly key: number;
  /** Where its middle should be, px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where it stands: its middle is its wish moved by this many of its own heights. */
export interface LabelPlace {
  readonly key: number;
  readonly slot: number;
  readonly x: number;
  readonly y: number;
}

/** A box around its middle, px. */
type Ground = Omit<LabelWish, 'key'>;

/** Ways to step aside, in widths and heights of the label, best first: no further, or it would name its neighbours. */
const SLOTS: readonly (readonly [right: number, down: number])[] = [
  [0, 0],
  [0, -1.1],
  [0, 1.1],
  [0.35, -1.1],
  [-0.35, -1.1],
  [0.35, 1.1],
  [-0.35, 1.1],
  [0.65, 0],
  [-0.65, 0],
];
/** Free ground between two names, and between a name and the edge, px. */
const GAP = 3;
/** A name is moved inwards by this much at most, px; further out it is not shown. */
const MAX_PUSH = 40;

/**
 * Gives each name the first place that is free, in the order of the wishes, keeping the place it had where that
 * still is. Names without one are left out.
 * @param before the slot of each key so far. @param taken what no name may cover.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  box: Box,
  before: ReadonlyMap<number, number> = new Map(),
  taken: readonly Ground[] = [],
): readonly LabelPlace[] {
  const placed: (LabelWish & LabelPlace)[] = [];
  for (const wish of wishes) {
    const kept = before.get(wish.key);
    const slots = [...(kept === undefined ? [] : [kept]), ...SLOTS.keys()];
    for (const slot of slots) {
      const [right, down] = SLOTS[slot]!;
      const at = pushedInside(
        { ...wish, x: wish.x + right * wish.width, y: wish.y + down * wish.height },
        box,
      );
      const free = at && ![...taken, ...placed].some((other) => overlaps(other, at));
      if (!free) continue;
      placed.push({ ...at, slot });
      break;
    }
  }
  return placed.map(({ key, slot, x, y }) => ({ key, slot, x, y }));
}

function pushedInside(label: LabelWish, box: Box): LabelWish | null {
  const halfX = label.width / 2 + GAP;
  const halfY = label.height / 2 + GAP;
  if (2 * halfX > box.width || 2 * halfY > box.height) return null;
  const x = Math.min(box.width - halfX, Math.max(halfX, label.x));
  const y = Math.min(box.height - halfY, Math.max(halfY, label.y));
  const push = Math.max(Math.abs(x - label.x), Math.abs(y - label.y));
  return push > MAX_PUSH ? null : { ...label, x, y };
}

function overlaps(one: Ground, other: Ground): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 + GAP &&
    Math.abs(one.y - other.y) < (one.height + other.height) / 2 + GAP
  );
}
