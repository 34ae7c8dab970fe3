/**
 * Parts as they are written with `digits` decimals, so that what is read adds up to the sum as it is read: each
 * is rounded down, and the units that are then missing go to those that lost most (largest remainder, Hamilton).
 *
 * @param parts signed; any number of them
 * @param sum what they add up to, but for errors of floating point
 * @returns as many as there are parts, each less than one unit of the last digit away from its part
 */
export function roundedParts(parts: readonly number[], sum: number, digits: number): readonly number[] {
  const units = 10 ** digits;
  const floors = parts.map((part) => Math.floor(part * units));
  const missing = Math.round(sum * units) - floors.reduce((all, one) => all + one, 0);
  const lost = parts.map((part, place) => ({ place, lost: part * units - (floors[place] ?? 0) }));
  const raised = new Set(
    lost
      .toSorted((a, b) => b.lost - a.lost)
      .slice(0, Math.max(0, missing))
      .map((one) => one.place),
  );
  return floors.map((floor, place) => (floor + (raised.has(place) ? 1 : 0)) / units);
}
