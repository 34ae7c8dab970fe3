/** This part of the points lies within RADIUS of the middle; the others are drawn in to less than 1. */
const WITHIN = 0.98;
const RADIUS = 0.92;

/**
 * Positions within the unit disc. The middle and the scale are quantiles, and what lies farther out is drawn in
 * ever more, so that no stray point moves the rest or makes it small. Nothing is turned or mirrored: from frame to
 * frame of a layout, points only move as they moved. positions f32[count, 2]; returns a new array.
 */
export function fitToFrame(positions: Float32Array): Float32Array<ArrayBuffer> {
  const count = positions.length / 2;
  const middleX = middle(positions, 0);
  const middleY = middle(positions, 1);
  const radii = new Float64Array(count);
  for (let point = 0; point < count; point++) {
    const dx = positions[2 * point]! - middleX;
    const dy = positions[2 * point + 1]! - middleY;
    radii[point] = Math.sqrt(dx * dx + dy * dy);
  }
  const reach = quantile(radii.toSorted(), WITHIN);
  const scale = reach > 0 ? RADIUS / reach : 0;
  const fitted = new Float32Array(positions.length);
  for (let point = 0; point < count; point++) {
    const radius = scale * radii[point]!;
    const share = radius > RADIUS ? (scale * drawnIn(radius)) / radius : scale;
    fitted[2 * point] = share * (positions[2 * point]! - middleX);
    fitted[2 * point + 1] = share * (positions[2 * point + 1]! - middleY);
  }
  return fitted;
}

/** Halfway between the outer quantiles of a coordinate, so that the picture is as wide to either side. */
function middle(positions: Float32Array, axis: 0 | 1): number {
  const sorted = Float32Array.from(
    { length: positions.length / 2 },
    (_, i) => positions[2 * i + axis]!,
  ).sort();
  return (quantile(sorted, 1 - WITHIN) + quantile(sorted, WITHIN)) / 2;
}

/** Of values in ascending order; 0 of none. */
function quantile(sorted: Float32Array | Float64Array, part: number): number {
  return sorted[Math.round(part * (sorted.length - 1))] ?? 0;
}

/** RADIUS … ∞ onto RADIUS … 1, with slope 1 at the seam. */
function drawnIn(radius: number): number {
  const rest = 1 - RADIUS;
  const beyond = (radius - RADIUS) / rest;
  return RADIUS + (rest * beyond) / (1 + beyond);
}
