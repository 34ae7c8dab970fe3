import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useHomebody } from '../../homebody-context.tsx';
import { Panel } from '../../parts/panel.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { analyticsOf } from './analytics-of.ts';
import type { Hit } from './analytics-of.ts';
import css from './ordinary-shop.module.css';

/** For comparison: what the analytics of an ordinary shop would have sent for what was done here. */
export function OrdinaryShop(): ReactNode {
  const words = usePrivacyWords().requests;
  const history = useHomebody((state) => state.history);
  const currency = useHomebody((state) => state.catalogue?.currency) ?? 'EUR';
  const hits = useMemo(
    () =>
      analyticsOf(history, {
        language: navigator.language,
        screen: { width: screen.width, height: screen.height },
        page: new URL('.', document.baseURI).href,
        referrer: document.referrer,
        currency,
      }),
    [history, currency],
  );
  const [newest] = hits;
  return (
    <Panel title={words.ordinary}>
      <p className={css['lead']}>{words.ordinaryLead}</p>
      {newest === undefined ? (
        <p>{words.ordinaryNone}</p>
      ) : (
        <>
          <table className={css['both']}>
            <thead>
              <tr>
                <th scope="col">{words.compared}</th>
                <th scope="col">{words.here}</th>
                <th scope="col">{words.there}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{words.done}</th>
                <td>{words.number(history.length)}</td>
                <td>{words.number(history.length)}</td>
              </tr>
              <tr>
                <th scope="row">{words.told}</th>
                <td>{words.number(0)}</td>
                <td>{words.number(hits.length)}</td>
              </tr>
              <tr>
                <th scope="row">{words.sent}</th>
                <td>{words.bytes(0)}</td>
                <td>{words.bytes(hits.reduce((sum, { bytes }) => sum + bytes, 0))}</td>
              </tr>
            </tbody>
          </table>
          <Payload hit={newest} />
        </>
      )}
    </Panel>
  );
}

function Payload({ hit }: { readonly hit: Hit }): ReactNode {
  const words = usePrivacyWords().requests;
  return (
    <details className={css['payload']}>
      <summary>{words.readOne}</summary>
      <p className={css['lead']}>{words.payload(hit.bytes)}</p>
      <dl className={css['fields']} translate="no">
        {hit.fields.map(([name, value]) => (
          <div key={name}>
            <dt>
              {name}
              {words.fields[name] !== undefined && <span className={css['means']}>{words.fields[name]}</span>}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
