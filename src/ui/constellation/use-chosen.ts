import { useCallback, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useHandle, useHomebody } from '../homebody-context.tsx';
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
  readonly top: number;
  readonly bottom: number;
}
const NOTHING: Drawn = { point: -1, x: 0, top: 0, bottom: 0 };

/** Which point is looked at, and its card. The functions never change. */
export function useChosen(stage: RefObject<MapStage | null>): ChosenHandle {
  const { store } = useHandle();
  const run = useHomebody((state) => state.constellation?.run ?? -1);
  const [latest, setLatest] = useState<Chosen | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const drawn = useRef(NOTHING);
  const pinned = useRef(false);

  const set = useCallback(
    (point: number, by: Chosen['by']): void => {
      const frame = store.getState().constellation;
      const row = frame?.items[point];
      const next = row === undefined || !frame ? null : { point, row, run: frame.run, by };
      pinned.current = next !== null && by !== 'hover';
      drawn.current = { ...NOTHING, point: next?.point ?? -1 };
      ringAround(stage, drawn.current.point);
      setLatest((before) => (same(before, next) ? before : next));
    },
    [store, stage],
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
  return { point, x, top: Math.min(y, top), bottom: Math.max(y, top + size.height) };
}

/** The pointer is on its way from a point to its card. */
function onTheWay({ point, x: middle, top, bottom }: Drawn, x: number, y: number): boolean {
  return point >= 0 && Math.abs(x - middle) < WAY && y > top - BEYOND && y < bottom + BEYOND;
}

function same(one: Chosen | null, other: Chosen | null): boolean {
  return one?.point === other?.point && one?.run === other?.run && one?.by === other?.by;
}
