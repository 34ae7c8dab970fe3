import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DamagedRecord } from '../../../domain/damage.ts';
import { useKeptFocus } from '../../cart/use-kept-focus.ts';
import { useHomebody } from '../../homebody-context.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useOwnershipActions } from '../ownership-context.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import css from './damaged-records.module.css';

/** What was found damaged, why, and the way to be rid of it. Nothing where nothing is. */
export function DamagedRecords(): ReactNode {
  const words = usePrivacyWords().quarantine;
  const actions = useOwnershipActions();
  const damaged = useHomebody((state) => state.storage?.damaged);
  const [asked, setAsked] = useState<DamagedRecord | 'all' | null>(null);
  const keepFocus = useKeptFocus(String(damaged?.total), () => null);
  if (!damaged) return null;
  const { records, total } = damaged;

  const discard = (): void => {
    setAsked(null);
    keepFocus();
    void actions.discardDamaged(asked === 'all' || asked === null ? null : [asked.id]);
  };
  return (
    <Panel title={words.title} className={css['damaged']}>
      <p>{words.lead}</p>
      <ul className={css['list']}>
        {records.map((record) => (
          <li key={record.id} className={css['row']}>
            <div className={css['text']}>
              <p className={css['what']}>{words.what(record)}</p>
              <p>{words.why(record)}</p>
              <p className={css['soft']}>{words.discards(record)}</p>
              <p className={css['soft']}>{words.seen(record.firstSeen)}</p>
            </div>
            <Button
              aria-label={words.discardOf(words.what(record))}
              aria-haspopup="dialog"
              onClick={() => setAsked(record)}
            >
              {words.discard}
            </Button>
          </li>
        ))}
      </ul>
      {records.length < total && <p className={css['soft']}>{words.listed(records.length, total)}</p>}
      {total > 1 && (
        <Button aria-haspopup="dialog" onClick={() => setAsked('all')}>
          {words.discardAll(total)}
        </Button>
      )}
      {asked && (
        <Dialog title={asked === 'all' ? words.sureAll(total) : words.sure} onClose={() => setAsked(null)}>
          {asked !== 'all' && <p className={css['what']}>{words.what(asked)}</p>}
          <p>{asked === 'all' ? words.all : words.discards(asked)}</p>
          <p>{words.final}</p>
          <div className={css['acts']}>
            <Button onClick={() => setAsked(null)}>{words.keep}</Button>
            <Button look="main" onClick={discard}>
              {asked === 'all' ? words.discardAll(total) : words.discard}
            </Button>
          </div>
        </Dialog>
      )}
    </Panel>
  );
}
