import { useState } from 'react';
import type { ReactNode } from 'react';
import type { RequestLedger } from '../../../gate/request-ledger.ts';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import css from './ledger.module.css';
import { useRequestLedger } from './use-request-ledger.ts';

/** Lines before all are asked for. */
const PAGE = 8;

/** Every request since the app was installed: so many of each reason, and line by line. */
export function Ledger(): ReactNode {
  const words = usePrivacyWords().requests;
  const ledger = useRequestLedger();
  return (
    <Panel title={words.ledger}>
      <p className={css['lead']}>{words.ledgerLead}</p>
      {ledger === 'unavailable' && <p>{words.unavailable}</p>}
      {ledger !== null && ledger !== 'unavailable' && <Filled ledger={ledger} />}
    </Panel>
  );
}

function Filled({ ledger }: { readonly ledger: RequestLedger }): ReactNode {
  const words = usePrivacyWords().requests;
  if (ledger.totals.every(({ times }) => times === 0)) return <p>{words.empty}</p>;
  return (
    <>
      <Totals totals={ledger.totals} />
      <Lines ledger={ledger} />
    </>
  );
}

function Totals({ totals }: Pick<RequestLedger, 'totals'>): ReactNode {
  const words = usePrivacyWords().requests;
  const sent = totals.filter(({ reason }) => reason !== 'refused');
  return (
    <table className={css['totals']}>
      <thead>
        <tr>
          <th scope="col">{words.why}</th>
          <th scope="col">{words.times}</th>
          <th scope="col">{words.received}</th>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ reason, times, bytes }) => (
          <tr key={reason} className={reason === 'refused' && times > 0 ? css['refused'] : undefined}>
            <th scope="row">
              {words.reasons[reason].name}
              <span className={css['what']}>{words.reasons[reason].what}</span>
            </th>
            <td>{words.number(times)}</td>
            <td>{bytes > 0 ? words.bytes(bytes) : words.noBytes}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.asked}</th>
          <td>{words.number(sent.reduce((sum, { times }) => sum + times, 0))}</td>
          <td>{words.bytes(sent.reduce((sum, { bytes }) => sum + bytes, 0))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Lines({ ledger }: { readonly ledger: RequestLedger }): ReactNode {
  const words = usePrivacyWords().requests;
  const now = useNow();
  const [all, setAll] = useState(false);
  const { entries, older } = ledger;
  const shown = all ? entries : entries.slice(0, PAGE);
  return (
    <section aria-label={words.lines}>
      <h3 className={css['heading']}>{words.lines}</h3>
      <ol className={css['lines']}>
        {shown.map((entry) => (
          // What is the same in a row is one line.
          <li
            key={`${entry.at} ${entry.reason} ${entry.kind} ${entry.address}`}
            className={entry.reason === 'refused' ? css['refused'] : undefined}
          >
            <span className={css['address']}>{words.address(entry)}</span>
            <span className={css['what']}>{words.line(entry, now)}</span>
          </li>
        ))}
      </ol>
      {all && older > 0 && <p className={css['what']}>{words.older(older)}</p>}
      {!all && entries.length > PAGE && (
        <Button look="plain" onClick={() => setAll(true)}>
          {words.allLines(entries.length)}
        </Button>
      )}
    </section>
  );
}
