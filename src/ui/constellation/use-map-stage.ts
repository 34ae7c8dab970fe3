import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useHandle } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './constellation.module.css';
import type { MapSource } from './map-source.ts';
import { MapStage } from './map-stage.ts';
import type { Neighbourhood } from './neighbourhoods.ts';
import { hirePainter } from './painter.ts';

/** Finer than this only costs time. */
const MAX_RATIO = 2;
const STILL = '(prefers-reduced-motion: reduce)';
/** What changes the tokens' colours besides the page's own theme. */
const DRESSES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

/** What a stage tells. None of it may change. */
export interface StageListeners {
  readonly onStage: (stage: MapStage | null) => void;
  readonly onDraw: () => void;
  readonly onNeighbourhoods: (change: (known: readonly Neighbourhood[]) => readonly Neighbourhood[]) => void;
}

/**
 * Puts a stage on an easel, fed from its source without drawing React, while it is on screen.
 * @returns the easel: the canvas is put into it.
 */
export function useMapStage(
  source: MapSource,
  { onStage, onDraw, onNeighbourhoods }: StageListeners,
): RefObject<HTMLDivElement | null> {
  const { store } = useHandle();
  const words = useWords();
  const easel = useRef<HTMLDivElement | null>(null);
  const stage = useRef<MapStage | null>(null);

  useEffect(() => {
    const place = easel.current;
    if (!place) return undefined;
    // A canvas of its own for each painter: one that was given away cannot be had back.
    const element = document.createElement('canvas');
    element.className = css['canvas'] ?? '';
    element.ariaHidden = 'true';
    place.append(element);
    const made = new MapStage(element, hirePainter, {
      onDraw,
      onNeighbourhoods: (found) => onNeighbourhoods((known) => (alike(known, found) ? known : found)),
    });
    stage.current = made;
    onStage(made);
    const still = matchMedia(STILL);

    const stopFeeding = source.feed(made, () => still.matches);

    const measure = new ResizeObserver(([entry]) => {
      const size = entry?.contentRect;
      if (size)
        made.resize({ width: size.width, height: size.height }, Math.min(MAX_RATIO, devicePixelRatio));
    });
    measure.observe(element);

    let onScreen = false;
    const see = (): void => {
      const visible = onScreen && document.visibilityState === 'visible';
      made.see(visible);
      source.see(visible);
    };
    const watch = new IntersectionObserver(([entry]) => {
      onScreen = entry?.isIntersecting === true;
      see();
    });
    watch.observe(element);
    document.addEventListener('visibilitychange', see);
    const stopDressing = whenDressChanges(() => made.redress());

    return () => {
      stopFeeding();
      measure.disconnect();
      watch.disconnect();
      document.removeEventListener('visibilitychange', see);
      stopDressing();
      made.close();
      element.remove();
      stage.current = null;
      onStage(null);
      source.see(false);
    };
  }, [source, onStage, onDraw, onNeighbourhoods]);

  useEffect(() => {
    stage.current?.name((department) => {
      const name = store.getState().catalogue?.departments[department];
      return name === undefined ? '' : words.departmentName(name);
    });
  }, [store, words]);

  return easel;
}

/** The same departments, as many points of each, and as coherent. */
function alike(one: readonly Neighbourhood[], other: readonly Neighbourhood[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ department, count, coherent }, i) => {
      const same = other[i]!;
      return same.department === department && same.count === count && same.coherent === coherent;
    })
  );
}

/** Calls back when colours or letters look otherwise than before. */
function whenDressChanges(changed: () => void): () => void {
  const media = DRESSES.map((query) => matchMedia(query));
  for (const one of media) one.addEventListener('change', changed);
  const root = new MutationObserver(changed);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang'] });
  document.fonts?.addEventListener('loadingdone', changed);
  return () => {
    for (const one of media) one.removeEventListener('change', changed);
    root.disconnect();
    document.fonts?.removeEventListener('loadingdone', changed);
  };
}
