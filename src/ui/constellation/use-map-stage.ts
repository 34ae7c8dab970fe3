import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useActions, useHandle } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './constellation.module.css';
import { MapStage } from './map-stage.ts';
import { marksOf } from './marks.ts';
import type { Neighbourhood } from './neighbourhoods.ts';
import { hirePainter } from './painter.ts';

/** Cards that stand first, on a wide page: the first shelf. */
const FIRST_SHELF = 8;
/** Finer than this only costs time. */
const MAX_RATIO = 2;
const STILL = '(prefers-reduced-motion: reduce)';
/** What changes the tokens' colours besides the page's own theme. */
const DRESSES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

export interface StageHandle {
  /** The canvas is put into it. */
  readonly easel: RefObject<HTMLDivElement | null>;
  readonly neighbourhoods: readonly Neighbourhood[];
}

/**
 * Puts a stage on an easel, fed from the state without drawing React: frames, history and shelves as they come, while
 * it is on screen. The two functions must not change.
 */
export function useMapStage(onStage: (stage: MapStage | null) => void, onDraw: () => void): StageHandle {
  const { store } = useHandle();
  const actions = useActions();
  const words = useWords();
  const easel = useRef<HTMLDivElement | null>(null);
  const stage = useRef<MapStage | null>(null);
  const [neighbourhoods, setNeighbourhoods] = useState<readonly Neighbourhood[]>([]);

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
      onNeighbourhoods: (found) => setNeighbourhoods((known) => (alike(known, found) ? known : found)),
    });
    stage.current = made;
    onStage(made);
    const still = matchMedia(STILL);

    const feed = (state = store.getState(), before?: typeof state): void => {
      const { constellation: frame, training, history, cards } = state;
      made.pace(training !== null, still.matches);
      // Without movement: how it began and how it ended, not what lies between.
      const between = still.matches && training !== null && frame?.settled === false;
      const newest = frame !== before?.constellation || training !== before?.training;
      const fresh = frame !== null && newest && (!between || made.frame?.run !== frame.run);
      if (fresh && frame !== made.frame) made.show(frame);
      const shown = made.frame;
      if (shown && (fresh || history !== before?.history || cards !== before?.cards)) {
        made.mark(marksOf(shown.items, history, (cards ?? []).slice(0, FIRST_SHELF)));
      }
    };
    feed();
    const stopFeeding = store.subscribe(feed);

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
      if (visible) actions.showConstellation();
      else actions.hideConstellation();
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
      actions.hideConstellation();
    };
  }, [store, actions, onStage, onDraw]);

  useEffect(() => {
    stage.current?.name((department) => {
      const name = store.getState().catalogue?.departments[department];
      return name === undefined ? '' : words.departmentName(name);
    });
  }, [store, words]);

  return { easel, neighbourhoods };
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
