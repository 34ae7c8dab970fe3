import type { ReactNode } from 'react';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Link } from 'wouter';
import type { StoreFacts } from '../../../domain/ownership.ts';
import { useOwnership } from '../ownership-context.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { storesByGroup } from './store-groups.ts';
import css from './store-table.module.css';
import { StoresSkeleton } from './stores-skeleton.tsx';

/** Every store with its count and bytes; each that holds something opens. */
export function StoreTable(): ReactNode {
  const words = usePrivacyWords().stored;
  const stores = useOwnership((state) => state.stores);
  const failed = useOwnership((state) => state.problem !== null);
  if (stores === null) return failed ? null : <StoresSkeleton />;
  return (
    <table className={css['stores']}>
      <thead>
        <tr>
          <th scope="col">{words.store}</th>
          <th scope="col">{words.records}</th>
          <th scope="col">{words.size}</th>
        </tr>
      </thead>
      {storesByGroup(stores).map(([group, own]) => (
        <tbody key={group}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={css['group']}>
              {words.groups[group]}
            </th>
          </tr>
          {own.map((store) => (
            <StoreRow key={store.name} store={store} />
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td>{words.number(stores.reduce((sum, store) => sum + store.records, 0))}</td>
          <td>{words.bytes(stores.reduce((sum, store) => sum + store.bytes, 0))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function StoreRow({
  store: { name, records, bytes, inTheClear },
}: {
  readonly store: StoreFacts;
}): ReactNode {
  const words = usePrivacyWords().stored;
  const said = words.stores[name]?.name ?? name;
  return (
    <tr className={records > 0 ? css['opens'] : css['bare']}>
      <th scope="row">
        {records > 0 ? (
          <Link href={`/privacy/stored/${name}`} className={css['way']}>
            {said}
            <ChevronRight size={20} aria-hidden />
          </Link>
        ) : (
          said
        )}
        {inTheClear && <span className={css['clear']}>{words.clear}</span>}
        <p className={css['what']}>{words.stores[name]?.what}</p>
      </th>
      <td>{words.number(records)}</td>
      <td>{words.bytes(bytes)}</td>
    </tr>
  );
}
