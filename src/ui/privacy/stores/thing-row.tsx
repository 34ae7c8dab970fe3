import type { ReactNode } from 'react';
import type { StoredThing } from '../../../domain/ownership.ts';
import { useHomebody } from '../../homebody-context.tsx';
import { useWords } from '../../words/words-context.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import css from './thing-row.module.css';

/** One stored record, in words. */
export function ThingRow({ thing }: { readonly thing: StoredThing }): ReactNode {
  const words = usePrivacyWords().things;
  const { title, details } = words.tell(thing, useCatalogueName(catalogueOf(thing)));
  return (
    <li className={css['row']}>
      <p className={thing.kind === 'unreadable' ? css['code'] : css['title']}>{title}</p>
      <p className={css['details']}>
        {details.map((detail) => (
          <span key={detail} className={thing.kind === 'setting' ? css['code'] : undefined}>
            {detail}
          </span>
        ))}
      </p>
    </li>
  );
}

function catalogueOf(thing: StoredThing): string | null {
  if (thing.kind === 'catalogue') return thing.name;
  if (thing.kind === 'chunks') {
    if (thing.of === null) return null;
    return thing.of.store === 'catalogues' ? thing.of.name : thing.of.catalogue;
  }
  return 'catalogue' in thing ? thing.catalogue : null;
}

/** The name of a catalogue as the page says it. */
function useCatalogueName(name: string | null): string | null {
  const words = useWords();
  const known = useHomebody((state) => state.catalogues).find((one) => one.name === name);
  return known ? words.catalogueName(known) : name;
}

/** What tells a thing from the others of its store. */
export function keyOf(thing: StoredThing): string {
  if ('id' in thing) return String(thing.id);
  if ('name' in thing) return thing.name;
  if (thing.kind === 'chunks') return thing.owner;
  return thing.kind === 'wrap' ? thing.how : thing.key;
}
