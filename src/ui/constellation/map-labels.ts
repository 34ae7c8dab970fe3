import type { Box, Projection } from './camera.ts';
import { placeLabels } from './label-places.ts';
import type { NameSize } from './label-sprites.ts';
import type { Neighbourhood } from './neighbourhoods.ts';
import type { PaintedLabel } from './painter-messages.ts';

/** What names are placed by. */
export interface LabelScene {
  readonly neighbourhoods: readonly Neighbourhood[];
  readonly at: Projection;
  readonly box: Box;
  /** Middles of the points that no name may cover, px. */
  readonly bare: readonly (readonly [x: number, y: number])[];
  /** How large the name of a department is; null while it is not drawn. */
  readonly sizeOf: (department: number) => NameSize | null;
}

interface Label {
  /** Where it is, in map coordinates. */
  x: number;
  y: number;
  alpha: number;
  /** The way it steps aside, and how far that is, px; it changes only out of sight. */
  slot: number;
  asideX: number;
  asideY: number;
}

/** Differences that nobody sees: map units and opacity alike. */
const THERE = 0.002;
/** A faded name is drawn no more. */
const GONE = 0.02;
/** Side of the ground that a point keeps bare, px. */
const BARE = 14;

/**
 * The names of the neighbourhoods: they fade in where one becomes coherent and follow it. One that has to step
 * aside fades out and in again: sliding, names would cross.
 */
export class MapLabels {
  #labels = new Map<number, Label>();

  /**
   * Goes a `share` of the way to where the names should be.
   * @returns what to draw, and whether all has come to rest.
   */
  step(
    { neighbourhoods, at, box, bare, sizeOf }: LabelScene,
    share: number,
  ): { readonly labels: readonly PaintedLabel[]; readonly atRest: boolean } {
    const drawn: PaintedLabel[] = [];
    let atRest = true;
    const toward = (from: number, to: number): number => {
      if (Math.abs(to - from) < THERE || share >= 1) return to;
      atRest = false;
      return from + (to - from) * share;
    };

    const known = neighbourhoods.flatMap((place) => {
      const size = sizeOf(place.department);
      if (!size) return [];
      const label = this.#labels.get(place.department) ?? freshAt(place);
      // Out of sight it is moved at once: it should not come in sliding.
      const hidden = label.alpha < GONE;
      label.x = hidden ? place.x : toward(label.x, place.x);
      label.y = hidden ? place.y : toward(label.y, place.y);
      const wish = {
        key: place.department,
        x: at.left + label.x * at.scaleX,
        y: at.top - label.y * at.scaleY,
        width: size.width,
        height: size.height,
      };
      return [{ place, label, wish }];
    });
    const placed = placeLabels(
      known.filter(({ place }) => place.coherent).map(({ wish }) => wish),
      box,
      new Map([...this.#labels].map(([key, label]) => [key, label.slot])),
      bare.map(([x, y]) => ({ x, y, width: BARE, height: BARE })),
    );

    this.#labels = new Map();
    for (const { place, label, wish } of known) {
      const spot = placed.find(({ key }) => key === place.department);
      if (spot && label.alpha < GONE) label.slot = spot.slot;
      const stays = spot?.slot === label.slot;
      label.alpha = toward(label.alpha, stays ? 1 : 0);
      // It fades in at its other place next.
      if (spot && !stays) atRest = false;
      this.#labels.set(place.department, label);
      if (label.alpha < GONE) continue;
      if (stays) [label.asideX, label.asideY] = [spot.x - wish.x, spot.y - wish.y];
      drawn.push({
        department: place.department,
        x: wish.x + label.asideX,
        y: wish.y + label.asideY,
        alpha: label.alpha,
      });
    }
    return { labels: drawn, atRest };
  }
}

function freshAt({ x, y }: Neighbourhood): Label {
  return { x, y, alpha: 0, slot: 0, asideX: 0, asideY: 0 };
}
