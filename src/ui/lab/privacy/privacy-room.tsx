import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import compare from '../compare/compare-room.module.css';
import { useLab, useLabActions, useLabWords } from '../lab-context.tsx';
import { AttackForm } from './attack-form.tsx';
import { AttackFound } from './attack-found.tsx';
import { CostFound } from './cost-found.tsx';
import { ExportForm } from './export-form.tsx';
import css from './privacy-room.module.css';
import { Tally } from './tally.tsx';
import { WorkingPanel } from './working-panel.tsx';

/** What a model gives away of the people of the log, and how to hand something on that gives away little. */
export function PrivacyRoom(): ReactNode {
  const words = useLabWords().privacy;
  const actions = useLabActions();
  const measured = useLab(({ runs }) => runs.some(({ origin }) => origin === 'trained'));
  const kind = useLab(({ privacyWork }) => privacyWork?.kind ?? null);
  useEffect(() => void actions.countReleases(), [actions]);
  if (!measured) {
    return (
      <div className={css['room']}>
        <Empty title={words.attack.noRuns} hint={words.attack.noRunsHint}>
          <Link href="/lab" className={compare['link']}>
            {words.attack.toBench}
          </Link>
        </Empty>
        <Tally />
      </div>
    );
  }
  return (
    <div className={css['room']}>
      <div className={css['pair']}>
        <Panel title={words.attack.title}>
          <AttackForm />
        </Panel>
        <div className={css['rest']}>
          {kind === 'attack' && <WorkingPanel />}
          <AttackFound />
        </div>
      </div>
      <div className={css['pair']}>
        <Panel title={words.export.title}>
          <ExportForm />
        </Panel>
        <div className={css['rest']}>
          {(kind === 'cost' || kind === 'export') && <WorkingPanel />}
          <CostFound />
          <Tally />
        </div>
      </div>
    </div>
  );
}
