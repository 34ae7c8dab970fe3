import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useHomebody } from '../../homebody-context.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import css from './store-table.module.css';

/** Every store with its count and bytes. */
export function StoreTable(): ReactNode {
  const words = usePrivacyWords().stored;
  const storage = useHomebody((state) => state.storage);
  return (
    <table className={css['stores']} aria-busy={storage === null}>
      <thead>
        <tr>
          <th scope="col">{words.store}</th>
          <th scope="col">{words.records}</th>
          <th scope="col">{words.size}</th>
        </tr>
      </thead>
      <tbody>
        {storage?.stores.map(({ name, records, bytes }) => (
          <tr key={name}>
            <th scope="row">
              {name === 'events' ? (
                <Link href="/history" className={css['way']}>
                  {words.stores[name]?.name}
                </Link>
              ) : (
                (words.stores[name]?.name ?? name)
              )}
              <p className={css['what']}>{words.stores[name]?.what}</p>
            </th>
            <td>{words.number(records)}</td>
            <td>{words.bytes(bytes)}</td>
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
  );
}
