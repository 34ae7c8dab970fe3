import type { ReactNode } from 'react';
import { useHomebody } from '../homebody-context.tsx';
import { PrivacySentence } from '../privacy/privacy-sentence.tsx';
import { useWords } from '../words/words-context.tsx';
import { CatalogueList } from './catalogue-list.tsx';
import { CleaningReportPanel } from './cleaning-report-panel.tsx';
import css from './data-view.module.css';
import { ImportPanel } from './import-panel.tsx';

/** Where a log of one's own is brought in, and where catalogues are opened and removed. */
export function DataView(): ReactNode {
  const words = useWords().data;
  const report = useHomebody((state) => state.report);
  return (
    <div className={css['view']}>
      <header>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p className={css['lead']}>{words.lead}</p>
      </header>
      <div className={css['column']}>
        <ImportPanel />
        {report && <CleaningReportPanel report={report} />}
      </div>
      <div className={css['column']}>
        <CatalogueList />
        <PrivacySentence />
      </div>
    </div>
  );
}
