import { Suspense, memo, useLayoutEffect, useRef } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import css from './first-minute.module.css';
import { Personas } from './personas.tsx';
import { QuickPicks } from './quick-picks.tsx';
import { later } from '../shell/later.ts';

const Constellation = later(() => import('../constellation/constellation.tsx'), 'Constellation');

export interface FirstMinuteProps {
  /** It was gone through, or skipped. */
  readonly onEnd: (skip: boolean) => void;
}

/**
 * What a visitor does first: three quick choices, or a step into somebody's shoes, beside the map that arranges
 * itself. When it ends, the shop window takes its place.
 */
export const FirstMinute: MemoExoticComponent<(props: FirstMinuteProps) => ReactNode> = memo(
  function FirstMinute({ onEnd }: FirstMinuteProps): ReactNode {
    const room = useRef<HTMLDivElement>(null);

    useLayoutEffect(() => {
      const own = room.current;
      return () => {
        // The focus goes on to what takes this place.
        if (!own?.contains(document.activeElement)) return;
        setTimeout(() => {
          document.querySelector<HTMLElement>('[data-room] article')?.focus({ preventScroll: true });
        }, 0);
      };
    }, []);

    return (
      <div ref={room} className={css['room']}>
        <QuickPicks onEnd={onEnd} />
        <div className={css['stars']}>
          <Suspense fallback={null}>
            <Constellation className={css['map'] ?? ''} />
          </Suspense>
        </div>
        <Personas onEnd={() => onEnd(false)} />
      </div>
    );
  },
);
