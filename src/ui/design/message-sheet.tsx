import type { ReactNode } from 'react';
import { HomebodyError } from '../../domain/errors.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { Sparkline } from '../parts/sparkline.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './message-sheet.module.css';
import { Sheet } from './sheet.tsx';

const LOSSES = [0.91, 0.62, 0.47, 0.4, 0.362, 0.341, 0.33, 0.3241, 0.3204];
const FULL = new HomebodyError('vault/quota', 'QuotaExceededError: the transaction was aborted.');

export function MessageSheet(): ReactNode {
  const words = useWords();
  return (
    <>
      <Sheet title={words.design.notices}>
        <div className={css['stack']}>
          <Notice tone="leaf">{words.design.noticeLeaf}</Notice>
          <Notice tone="ember">{words.design.noticeEmber}</Notice>
        </div>
      </Sheet>
      <Sheet title={words.design.error}>
        <div className={css['stack']}>
          <ErrorNotice error={FULL} />
        </div>
      </Sheet>
      <Sheet title={words.design.empty}>
        <Empty title={words.history.empty} hint={words.history.emptyHint} />
      </Sheet>
      <Sheet title={words.design.progress}>
        <div className={css['stack']}>
          <ProgressBar label={words.design.progressName} fraction={0.5} text={words.formats.percent(0.5)} />
          <Sparkline values={LOSSES} label={words.design.sparkline} />
        </div>
      </Sheet>
    </>
  );
}
