import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { StorePage } from '../../../domain/ownership.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useOwnership, useOwnershipActions } from '../ownership-context.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { Pager } from './pager.tsx';
import css from './store-listing.module.css';
import { StoresSkeleton } from './stores-skeleton.tsx';
import { keyOf, ThingRow } from './thing-row.tsx';

/** Things of a page of a listing. */
export const PAGE = 50;

/** What a store holds, newest first, a page at a time. */
export function StoreListing({ store }: { readonly store: string }): ReactNode {
  const words = usePrivacyWords();
  const actions = useOwnershipActions();
  const facts = useOwnership((state) => state.stores?.find(({ name }) => name === store));
  const counted = useOwnership((state) => state.stores !== null);
  const [offset, setOffset] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  // What changed within it shows in its count and bytes.
  const key = counted ? `${store} ${offset} ${facts?.records} ${facts?.bytes}` : '';
  const { value, error, pending } = useAnswer<StorePage>(key, () => actions.page(store, offset, PAGE));

  const turn = (to: number): void => {
    setOffset(to);
    list.current?.focus({ preventScroll: true });
    list.current?.scrollIntoView({ block: 'start' });
  };

  return (
    <>
      <div className={css['head']}>
        {facts && (
          <p className={css['facts']}>{words.stored.listOf(facts.records, facts.bytes, facts.inTheClear)}</p>
        )}
        {store === 'events' && (
          <Link href="/history" className={css['way']}>
            {words.stored.toHistory}
          </Link>
        )}
      </div>
      {error && <ErrorNotice error={error} />}
      {!value && !error && <StoresSkeleton />}
      {value && value.total === 0 && <p>{words.things.empty}</p>}
      {value && value.total > 0 && (
        <div className={css['page']} aria-busy={pending}>
          <ul ref={list} tabIndex={-1} aria-label={words.things.list} className={css['list']}>
            {value.things.map((thing) => (
              <ThingRow key={keyOf(thing)} thing={thing} />
            ))}
          </ul>
          {value.total > PAGE && (
            <Pager
              offset={value.offset}
              shown={value.things.length}
              total={value.total}
              size={PAGE}
              onTurn={turn}
            />
          )}
        </div>
      )}
    </>
  );
}
