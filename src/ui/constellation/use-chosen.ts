import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { cardPlace } from './card-place.ts';
import type { MapStage } from './map-stage.ts';

/** A point that is looked at. `run`: the run of frames whose numbering it is of. */
export interface Chosen {
  readonly point: number;
  readonly row: number;
  readonly run: number;
  readonly by: 'hover' | 'press' | 'keys';
}

export interface ChosenHandle {
  readonly chosen: Chosen | null;
  /** The card of the chosen point. */
  readonly card: RefObject<HTMLDivElement | null>;
  /** −1: none. What is chosen by a press or by keys stays until another is. */
  readonly choose: (point: number, by: 'press' | 'keys') => void;
  /** The pointer is over a point, −1: none; x and y where it is, px. */
  readonly hover: (point: number, x?: number, y?: number) => void;
  /** Puts the card where its point is now. */
  readonly placeCard: () => void;
}

/** Half the width of the way between a point and its card, and how far it goes beyond both, px. */
const WAY = 26;
const BEYOND = 6;

/** A point and its card as they are drawn, px. */
interface Drawn {
  readonly point: number;
  readonly x: number;
  readonly y: number;
  readonly card: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}
const NOTHING: Drawn = { point: -1, x: 0, y: 0, card: { left: 0, top: 0, width: 0, height: 0 } };

/** Which point is looked at, and its card. The functions never change. `run`: of the newest frame, −1 without one. */
export function useChosen(stage: RefObject<MapStage | null>, run: number): ChosenHandle {
  const [latest, setLatest] = useState<Chosen | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const drawn = useRef(NOTHING);
  const pinned = useRef(false);
  // A point of the run before is none of this one: nothing is held any more.
  useEffect(() => {
    pinned.current = false;
    drawn.current = NOTHING;
    // The run is what it follows, not what it reads.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps
  }, [run]);

  const set = useCallback(
    (point: number, by: Chosen['by']): void => {
      const frame = stage.current?.frame;
      const row = frame?.items[point];
      const next = row === undefined || !frame ? null : { point, row, run: frame.run, by };
      pinned.current = next !== null && by !== 'hover';
      drawn.current = { ...NOTHING, point: next?.point ?? -1 };
      ringAround(stage, drawn.current.point);
      setLatest((before) => (same(before, next) ? before : next));
    },
    [stage],
  );
  const hover = useCallback(
    (point: number, x = NaN, y = NaN): void => {
      if (pinned.current || point === drawn.current.point || onTheWay(drawn.current, x, y)) return;
      set(point, 'hover');
    },
    [set],
  );
  const placeCard = useCallback((): void => {
    drawn.current = placedAt(stage, card, drawn.current);
  }, [stage]);

  return { chosen: latest?.run === run ? latest : null, card, choose: set, hover, placeCard };
}

function ringAround(stage: RefObject<MapStage | null>, point: number): void {
  stage.current?.point(point);
}

function placedAt(
  stage: RefObject<MapStage | null>,
  card: RefObject<HTMLDivElement | null>,
  { point }: Drawn,
): Drawn {
  const [map, element] = [stage.current, card.current];
  if (!map || !element || point < 0) return { ...NOTHING, point };
  const x = map.pixels[point * 2] ?? 0;
  const y = map.pixels[point * 2 + 1] ?? 0;
  const size = { width: element.offsetWidth, height: element.offsetHeight };
  const [left, top] = cardPlace(x, y, size, map.box);
  element.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  return { point, x, y, card: { left, top, ...size } };
}

/** The pointer is over the card of a point, or on its way there. */
function onTheWay({ point, x, y, card }: Drawn, atX: number, atY: number): boolean {
  if (point < 0 || card.height === 0) return false;
  const over =
    atX >= card.left && atX <= card.left + card.width && atY >= card.top && atY <= card.top + card.height;
  const above = Math.min(y, card.top) - BEYOND;
  const below = Math.max(y, card.top + card.height) + BEYOND;
  return over || (Math.abs(atX - x) < WAY && atY > above && atY < below);
}

function same(one: Chosen | null, other: Chosen | null): boolean {
  return one?.point === other?.point && one?.run === other?.run && one?.by === other?.by;
}
