import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { Panel } from '../parts/panel.tsx';
import { useWords } from '../words/words-context.tsx';
import { PrivacySentence } from './privacy-sentence.tsx';
import css from './privacy-view.module.css';

/** What is stored, what was asked of the network, and how to check both. */
export function PrivacyView(): ReactNode {
  const words = useWords().privacy;
  const storage = useHomebody((state) => state.storage);
  const answered = useHomebody((state) => (state.storage?.events ?? 0) > 0);
  const requests = useHomebody((state) => state.requestsSinceLoad);
  const persisted = useHomebody((state) => state.persisted);
  const offlineReady = useHomebody((state) => state.offlineReady);

  return (
    <div className={css['view']}>
      <div className={css['column']}>
        <header className={css['head']}>
          <h1 tabIndex={-1}>{words.title}</h1>
          <PrivacySentence link={false} />
        </header>
        <div className={css['text']}>
          {words.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <Panel title={words.persisted}>
          <p>
            {persisted === null && (answered ? words.persistedNotYet : words.persistedUnknown)}
            {persisted === true && words.persistedYes}
            {persisted === false && words.persistedNo}
          </p>
          {offlineReady && <p>{words.offlineReady}</p>}
        </Panel>
        <Panel title={words.requests}>
          <p>{requests === 0 ? words.requestsNone : words.requestsSome(requests)}</p>
          <p className={css['soft']}>{words.requestIs}</p>
        </Panel>
        <Panel title={words.check}>
          <p>{words.checkHow}</p>
        </Panel>
      </div>
      <Panel title={words.stored} className={css['ledger']}>
        <table className={css['stores']}>
          <thead>
            <tr>
              <th scope="col">{words.store}</th>
              <th scope="col">{words.records}</th>
              <th scope="col">{words.size}</th>
            </tr>
          </thead>
          <tbody>
            {storage?.stores.map((store) => (
              <tr key={store.name}>
                <th scope="row">
                  {store.name === 'events' ? (
                    <Link href="/history" className={css['way']}>
                      {words.stores[store.name]}
                    </Link>
                  ) : (
                    (words.stores[store.name] ?? store.name)
                  )}
                </th>
                <td>{words.number(store.records)}</td>
                <td>{words.bytes(store.bytes)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td>{words.number(storage?.stores.reduce((sum, store) => sum + store.records, 0) ?? 0)}</td>
              <td>{words.bytes(storage?.bytes ?? 0)}</td>
            </tr>
          </tfoot>
        </table>
        <p className={css['soft']}>{words.beside}</p>
      </Panel>
    </div>
  );
}
