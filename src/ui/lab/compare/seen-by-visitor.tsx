import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { ChosenVisitor, ShownLists } from '../../../client/lab/lab-state.ts';
import type { ShownPersona } from '../../../client/state.ts';
import type { LabRun } from '../../../domain/lab.ts';
import { useActions, useHomebody } from '../../homebody-context.tsx';
import { personaName } from '../../history/persona-name.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useEntered } from '../entered.ts';
import { useLab, useLabActions, useLabWords } from '../lab-context.tsx';
import { Field } from '../train/field.tsx';
import { readNumber } from '../train/setup-form.ts';
import { useAnswer } from '../../parts/use-answer.ts';
import { HistoryStrip } from './history-strip.tsx';
import css from './seen-by-visitor.module.css';
import { TwoLists } from './two-lists.tsx';

/** Places of each list. */
const PLACES = 12;

/** What you, a persona or somebody of the log would see first under each of two models. */
export function SeenByVisitor({ a, b }: { readonly a: LabRun; readonly b: LabRun }): ReactNode {
  const words = useLabWords();
  const shop = useWords();
  const actions = useLabActions();
  const personas = usePersonas();
  const users = useLab((state) => state.facts?.userCount ?? 1);
  // Another history is another visitor.
  const newest = useHomebody((state) => `${state.history[0]?.event.id ?? ''} ${state.history.length}`);
  const [{ whose, number }, change] = useEntered('seen');
  const id = useId();

  const range = { kind: 'integer', min: 1, max: users, default: 1 } as const;
  const row = readNumber(number, range);
  const visitor: ChosenVisitor | null =
    whose === 'visitor'
      ? { kind: 'visitor' }
      : whose === 'user'
        ? typeof row === 'number'
          ? { kind: 'user', row: row - 1 }
          : null
        : { kind: 'persona', id: whose };
  const key = visitor ? [a.id, b.id, JSON.stringify(visitor), newest].join(' ') : '';
  const { value, error, pending } = useAnswer<ShownLists>(key, () =>
    actions.lists([a.id, b.id], visitor!, PLACES),
  );

  return (
    <Panel title={words.compare.lists}>
      <div className={css['seen']} aria-busy={pending}>
        <div className={css['who']}>
          <div className={css['choice']}>
            <label htmlFor={id}>{words.compare.visitor}</label>
            <select id={id} value={whose} onChange={(event) => change({ whose: event.currentTarget.value })}>
              <option value="visitor">{words.compare.you}</option>
              {personas.map((persona) => (
                <option key={persona.id} value={persona.id}>
                  {personaName(persona.id, shop)}
                </option>
              ))}
              <option value="user">{words.compare.someone}</option>
            </select>
          </div>
          {whose === 'user' && (
            <Field
              label={words.compare.number}
              hint={words.compare.numberHint(users)}
              text={number}
              error={
                row === undefined
                  ? words.settings.mustBe(words.settings.range({ field: 'user', ...range }))
                  : null
              }
              tried
              onChange={(text) => change({ number: text })}
            />
          )}
        </div>
        {error && <ErrorNotice error={error} />}
        {value && (
          <>
            <HistoryStrip history={value.history} own={whose === 'visitor'} />
            <TwoLists
              names={words.twoNames(a, b)}
              models={[a.model, b.model]}
              lists={[value.lists[0] ?? null, value.lists[1] ?? null]}
              stale={pending}
            />
          </>
        )}
        {!value && pending && (
          <p role="status" className={css['waiting']}>
            {words.compare.asking}
          </p>
        )}
      </div>
    </Panel>
  );
}

/** Those whom this language can introduce. */
function usePersonas(): readonly ShownPersona[] {
  const shop = useWords();
  const actions = useActions();
  const [personas, setPersonas] = useState<readonly ShownPersona[]>([]);
  useEffect(() => {
    let wanted = true;
    void actions.personas().then((found) => {
      if (wanted) setPersonas(found);
    });
    return () => {
      wanted = false;
    };
  }, [actions]);
  return personas.filter(({ id }) => personaName(id, shop) !== null);
}
