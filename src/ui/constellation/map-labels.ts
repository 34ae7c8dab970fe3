import type { Box, Projection } from './camera.ts';
import { placeLabels } from './label-places.ts';
import type { LabelSprite } from './label-sprites.ts';
import type { Neighbourhood } from './neighbourhoods.ts';

/** A name as it is drawn now. */
export interface DrawnLabel {
  readonly sprite: LabelSprite;
  /** Its middle, px. */
  readonly x: number;
  readonly y: number;
  /** 0 … 1. */
  readonly alpha: number;
}

interface Label {
  /** Where it is, in map coordinates. */
  x: number;
  y: number;
  /** How far it has stepped aside, px. */
  asideX: number;
  asideY: number;
  alpha: number;
  slot: number;
}

/** Differences that nobody sees: map units, px and opacity alike. */
const THERE = 0.002;
/** A faded name is drawn no more. */
const GONE = 0.02;

/** The names of the neighbourhoods: they fade in where one becomes coherent, and follow it. */
export class MapLabels {
  #labels = new Map<number, Label>();

  /**
   * Goes a `share` of the way to where the names should be.
   * @param spriteOf the drawn name of a department; null for none.
   * @returns what to draw, and whether all has come to rest.
   */
  step(
    neighbourhoods: readonly Neighbourhood[],
    at: Projection,
    box: Box,
    share: number,
    spriteOf: (department: number) => LabelSprite | null,
  ): { readonly labels: readonly DrawnLabel[]; readonly atRest: boolean } {
    const drawn: DrawnLabel[] = [];
    let atRest = true;
    const toward = (from: number, to: number): number => {
      if (Math.abs(to - from) < THERE) return to;
      if (share < 1) atRest = false;
      return from + (to - from) * share;
    };

    const known = neighbourhoods.flatMap((place) => {
      const sprite = spriteOf(place.department);
      if (!sprite) return [];
      const fresh = { x: place.x, y: place.y, asideX: 0, asideY: 0, alpha: 0, slot: 0 };
      const label = this.#labels.get(place.department) ?? fresh;
      // Out of sight it is moved at once: it should not come in sliding.
      label.x = label.alpha < GONE ? place.x : toward(label.x, place.x);
      label.y = label.alpha < GONE ? place.y : toward(label.y, place.y);
      const px = at.left + label.x * at.scaleX;
      const py = at.top - label.y * at.scaleY;
      return [{ place, sprite, label, px, py }];
    });
    const placed = placeLabels(
      known
        .filter(({ place }) => place.coherent)
        .map(({ place, sprite, px, py }) => ({
          key: place.department,
          x: px,
          y: py,
          width: sprite.width,
          height: sprite.height,
        })),
      box,
      new Map([...this.#labels].map(([key, label]) => [key, label.slot])),
    );

    const next = new Map<number, Label>();
    for (const { place, sprite, label, px, py } of known) {
      const spot = placed.find(({ key }) => key === place.department);
      if (spot) {
        const hidden = label.alpha < GONE;
        label.slot = spot.slot;
        label.asideX = hidden ? spot.x - px : toward(label.asideX, spot.x - px);
        label.asideY = hidden ? spot.y - py : toward(label.asideY, spot.y - py);
      }
      label.alpha = toward(label.alpha, spot ? 1 : 0);
      next.set(place.department, label);
      if (label.alpha < GONE) continue;
      drawn.push({ sprite, x: px + label.asideX, y: py + label.asideY, alpha: label.alpha });
    }
    this.#labels = next;
    return { labels: drawn, atRest };
  }
}
