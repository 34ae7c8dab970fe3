import { useCallback, useId, useMemo, useRef, useState } from 'react';
import type { Dispatch, KeyboardEvent, ReactNode, SetStateAction } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../words/words-context.tsx';
import { broughtIntoView, WHOLE_MAP, zoomedAbout } from './camera.ts';
import type { Camera } from './camera.ts';
import css from './constellation.module.css';
import { keyMeaning } from './key-meaning.ts';
import { MapCard } from './map-card.tsx';
import type { MapSource } from './map-source.ts';
import type { MapStage } from './map-stage.ts';
import { MapWaysContext } from './map-ways.ts';
import { nearest, nearestTowards } from './nearest.ts';
import type { Neighbourhood } from './neighbourhoods.ts';
import { useChosen } from './use-chosen.ts';
import { useMapGestures } from './use-map-gestures.ts';
import { useMapStage } from './use-map-stage.ts';

export interface MapSheetProps {
  /** `compact`: a box beside other things. `full`: as wide as its place; a finger moves it where it can be moved. */
  readonly size: 'compact' | 'full';
  readonly className?: string | undefined;
  /** Of the map, read out. */
  readonly name: string;
  /** It in a sentence, for those who do not see it. */
  readonly about: string;
  readonly source: MapSource;
  /** Of the newest frame, −1 without one. */
  readonly run: number;
  /** Must not change. */
  readonly onNeighbourhoods: Dispatch<SetStateAction<readonly Neighbourhood[]>>;
  /** Right under the map. */
  readonly foot: ReactNode;
  readonly children?: ReactNode;
}

/** The cursor keeps this distance from the edge, px. */
const CURSOR_MARGIN = 40;

/** Points that can be looked at by pointer, finger and keys, with a card for the one that is. */
export function MapSheet({
  size,
  className,
  name,
  about,
  source,
  run,
  onNeighbourhoods,
  foot,
  children,
}: MapSheetProps): ReactNode {
  const words = useWords().constellation;
  const [, navigate] = useLocation();
  const described = useId();
  const [closer, setCloser] = useState(false);
  const stage = useRef<MapStage | null>(null);
  const onStage = useCallback((made: MapStage | null) => void (stage.current = made), []);
  const widget = useRef<HTMLDivElement>(null);
  const { chosen, card, choose, hover, placeCard } = useChosen(stage, run);
  const listeners = useMemo(
    () => ({ onStage, onDraw: placeCard, onNeighbourhoods }),
    [onStage, placeCard, onNeighbourhoods],
  );
  const easel = useMapStage(source, listeners);

  const onLook = useCallback((camera: Camera) => setCloser(camera.zoom > 1), []);
  const onPress = useCallback((point: number) => choose(point, 'press'), [choose]);
  useMapGestures(widget, stage, size === 'full', { onPress, onHover: hover, onLook });

  const look = (camera: Camera): void => {
    stage.current?.look(camera, true);
    onLook(camera);
  };
  const away = (): void => {
    // The button that puts it away goes with it; what it was about is the map.
    if (card.current?.contains(document.activeElement)) widget.current?.focus();
    choose(-1, 'press');
  };
  const zoom = (factor: number): void => {
    const map = stage.current;
    if (!map) return;
    const x = chosen ? map.pixels[chosen.point * 2]! : map.box.width / 2;
    const y = chosen ? map.pixels[chosen.point * 2 + 1]! : map.box.height / 2;
    look(zoomedAbout(map.camera, map.box, x, y, factor));
  };
  const step = (dx: number, dy: number): void => {
    const map = stage.current;
    if (!map?.frame) return;
    const next = chosen
      ? nearestTowards(map.pixels, chosen.point, dx, dy)
      : nearest(map.pixels, map.box.width / 2, map.box.height / 2, Infinity);
    if (next < 0) return;
    choose(next, 'keys');
    const [x, y] = [map.pixels[next * 2]!, map.pixels[next * 2 + 1]!];
    look(broughtIntoView(map.camera, map.box, x, y, CURSOR_MARGIN));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const meaning = keyMeaning(event);
    if (!meaning || ((meaning.kind === 'away' || meaning.kind === 'open') && !chosen)) return;
    event.preventDefault();
    event.stopPropagation();
    if (meaning.kind === 'step') step(meaning.dx, meaning.dy);
    else if (meaning.kind === 'zoom') zoom(meaning.factor);
    else if (meaning.kind === 'whole') look(WHOLE_MAP);
    else if (meaning.kind === 'away') away();
    else if (chosen) navigate(`/product/${chosen.row}`);
  };

  return (
    <div className={[css['map'], css[size], className].filter(Boolean).join(' ')}>
      <div className={css['sky']} onPointerLeave={() => hover(-1)}>
        {/* One widget of its own, whose points the arrow keys reach: that is what the role is for. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          ref={widget}
          className={[css['widget'], closer && css['close'], chosen?.by === 'hover' && css['meant']]
            .filter(Boolean)
            .join(' ')}
          role="application"
          aria-label={name}
          aria-describedby={described}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <div ref={easel} className={css['easel']} />
        </div>
        {chosen && (
          <MapCard
            ref={card}
            row={chosen.row}
            spoken={chosen.by === 'keys'}
            pinned={chosen.by !== 'hover'}
            onAway={away}
            onShown={placeCard}
          />
        )}
      </div>
      <p id={described} className="aside-voice">
        {[about, words.keys].join(' ').trim()}
      </p>
      <MapWaysContext value={{ zoom, whole: () => look(WHOLE_MAP) }}>{foot}</MapWaysContext>
      {children}
    </div>
  );
}
