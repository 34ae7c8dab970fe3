/** Part of the disc of the points' spread that they fill when each keeps its distance. */
const FILLED = 0.25;
/** Part of a missing distance that is made up for at once. */
const HASTE = 0.5;
/** Half the width of the grid, in standard deviations of the points; those beyond share the cells of its rim. */
const REACH = 4;

/**
 * Keeps points from lying on one another: a pair that is too near is moved apart along its line. The distance
 * grows with the spread of all points, so that the picture is the same at any scale; cells of a grid of that
 * distance find the pairs in a time linear in the points.
 */
export class Spacing {
  /** Distance in standard deviations. */
  readonly #distance: number;
  /** Cells along one side. */
  readonly #side: number;
  /** The first point of each cell, and the next one of each point; −1 none. */
  readonly #first: Int32Array<ArrayBuffer>;
  readonly #next: Int32Array<ArrayBuffer>;
  readonly #cell: Int32Array<ArrayBuffer>;

  constructor(count: number) {
    // Discs of the distance's width cover count · π(distance / 2)² of the area π · (2σ)².
    this.#distance = Math.sqrt((16 * FILLED) / Math.max(1, count));
    this.#side = Math.ceil((2 * REACH) / this.#distance) + 1;
    this.#first = new Int32Array(this.#side * this.#side);
    this.#next = new Int32Array(count);
    this.#cell = new Int32Array(count);
  }

  /** positions f32[count, 2], written to. */
  apply(positions: Float32Array): void {
    const count = positions.length / 2;
    const { x, y, deviation } = spread(positions);
    if (!(deviation > 0)) return;
    const distance = this.#distance * deviation;
    const column = (value: number): number =>
      Math.max(0, Math.min(this.#side - 1, Math.floor((value + REACH * deviation) / distance)));
    this.#first.fill(-1);
    for (let point = 0; point < count; point++) {
      const cell = column(positions[2 * point + 1]! - y) * this.#side + column(positions[2 * point]! - x);
      this.#cell[point] = cell;
      this.#next[point] = this.#first[cell]!;
      this.#first[cell] = point;
    }
    for (let point = 0; point < count; point++) this.#clear(positions, point, distance);
  }

  /** Moves a point and those before it in the nine cells around apart. */
  #clear(positions: Float32Array, point: number, distance: number): void {
    const side = this.#side;
    const row = Math.floor(this.#cell[point]! / side);
    const column = this.#cell[point]! % side;
    const i = 2 * point;
    for (let r = Math.max(0, row - 1); r <= Math.min(side - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(side - 1, column + 1); c++) {
        for (let other = this.#first[r * side + c]!; other >= 0; other = this.#next[other]!) {
          if (other >= point) continue;
          const j = 2 * other;
          const dx = positions[i]! - positions[j]!;
          const dy = positions[i + 1]! - positions[j + 1]!;
          const square = dx * dx + dy * dy;
          if (square >= distance * distance || square === 0) continue;
          const share = (HASTE / 2) * (distance / Math.sqrt(square) - 1);
          positions[i]! += share * dx;
          positions[i + 1]! += share * dy;
          positions[j]! -= share * dx;
          positions[j + 1]! -= share * dy;
        }
      }
    }
  }
}

/** Mean of the points, and the root of the mean square of x and y about it. */
function spread(positions: Float32Array): { x: number; y: number; deviation: number } {
  const count = positions.length / 2;
  let x = 0;
  let y = 0;
  let squares = 0;
  for (let i = 0; i < positions.length; i += 2) {
    x += positions[i]! / count;
    y += positions[i + 1]! / count;
  }
  for (let i = 0; i < positions.length; i += 2) {
    const dx = positions[i]! - x;
    const dy = positions[i + 1]! - y;
    squares += dx * dx + dy * dy;
  }
  return { x, y, deviation: Math.sqrt(squares / (2 * count)) };
}
