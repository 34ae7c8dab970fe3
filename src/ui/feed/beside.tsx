import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { HistoryPanel } from '../history/history-panel.tsx';
import { PrivacySentence } from '../privacy/privacy-sentence.tsx';
import { TrainingPanel } from '../training/training-panel.tsx';
import css from './beside.module.css';

/** Entries that fit beside the shelves. */
const HISTORY_ENTRIES = 6;

/** What stands beside the shelves: what the shop learns and what it learns from. A part of its own, after the shelves. */
export function Beside(): ReactNode {
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = own.current;
    if (!element) return undefined;
    // It goes along with the page from where all of it has been seen, so that its style needs its height.
    const observer = new ResizeObserver(([entry]) => {
      if (entry) element.style.setProperty('--own', `${Math.ceil(entry.contentRect.height)}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={own} className={css['beside']}>
      <TrainingPanel />
      <HistoryPanel limit={HISTORY_ENTRIES} />
      <PrivacySentence />
    </div>
  );
}
