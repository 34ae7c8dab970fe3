import type { ReactNode } from 'react';
import type { RunningStudy } from '../../../client/lab/lab-state.ts';
import type { LabStudy } from '../../../domain/lab.ts';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useEntered } from '../entered.ts';
import { useLab, useLabWords } from '../lab-context.tsx';
import { RunningStudyPanel } from './running-study.tsx';
import { StudyFormPanel } from './study-form-panel.tsx';
import { StudyCard } from './study-card.tsx';
import css from './tuning-room.module.css';

/** Many trainings with other settings each, to find the best: the next study, the one at work, and all that were. */
export function TuningRoom(): ReactNode {
  const words = useLabWords().tuning;
  const studies = useLab((state) => state.studies);
  const studying = useLab((state) => state.studying);
  const [form, change] = useEntered('study');
  return (
    <div className={css['room']}>
      <StudyFormPanel form={form} onChange={change} />
      <div className={css['rest']}>
        {studying && <RunningStudyPanel studying={studying} />}
        <Panel title={words.studies}>
          {studies.length === 0 ? (
            <Empty title={words.empty} hint={words.emptyHint} />
          ) : (
            <ul className={css['studies']}>
              {studies.map((study, place) => (
                <li key={study.id}>
                  <StudyCard study={study} work={workOf(study, studying)} open={place === 0} />
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </div>
  );
}

function workOf(study: LabStudy, studying: RunningStudy | null): 'running' | 'paused' | null {
  if (studying?.id !== study.id) return null;
  return studying.paused ? 'paused' : 'running';
}
