import type { Box } from './camera.ts';

/** Between a card and its point, and a card and the map's edge, px. */
const AWAY = 14;
const EDGE = 8;

/**
 * Left upper corner of a card of a size, for a point at a pixel: above it, below where there is no room above,
 * and always within the map.
 */
export function cardPlace(x: number, y: number, card: Box, map: Box): readonly [left: number, top: number] {
  const within = (value: number, most: number): number => Math.max(EDGE, Math.min(most - EDGE, value));
  const left = within(x - card.width / 2, map.width - card.width);
  const above = y - AWAY - card.height;
  const below = y + AWAY;
  const fits = above >= EDGE || below + card.height > map.height - EDGE;
  // Where it fits neither above nor below, it keeps to the side that leaves the point free.
  const top = fits ? above : below;
  return [left, within(top, map.height - card.height)];
}
