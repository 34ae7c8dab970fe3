import type { ReactNode } from 'react';
import { HistoryPanel } from '../history/history-panel.tsx';
import { PrivacySentence } from '../privacy/privacy-sentence.tsx';
import { TrainingPanel } from '../training/training-panel.tsx';
import css from './beside.module.css';

/** Entries that fit beside the shelves. */
const HISTORY_ENTRIES = 6;

/** What stands beside the shelves: what the shop learns and what it learns from. A part of its own, after the shelves. */
export function Beside(): ReactNode {
  return (
    <>
      <TrainingPanel />
      <div className={css['history']}>
        <HistoryPanel limit={HISTORY_ENTRIES} />
        <PrivacySentence />
      </div>
    </>
  );
}
