import { useId } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Item } from '../../domain/item.ts';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './facts.module.css';

/** What the catalogue knows of a thing, as a calm table. */
export function Facts({ item }: { readonly item: Item }): ReactNode {
  const words = useWords();
  const heading = useId();
  const text = words.item(item);
  const tags = text.tags ?? [];
  // A film's department is the first of its genres, and said with the others.
  const genres = (item.tags ?? []).includes(item.department);
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...(item.department === '' || genres
      ? []
      : [[words.product.department, <DepartmentLink key="department" name={item.department} />] as const]),
    ...(text.brand === undefined ? [] : [[words.product.brand, text.brand] as const]),
    ...(item.year === undefined ? [] : [[words.product.year, String(item.year)] as const]),
    ...(tags.length === 0 ? [] : [[words.product.genres, words.formats.list(tags)] as const]),
    ...Object.entries(text.attributes ?? {}).map(
      ([name, value]) => [words.product.attribute(name), value] as const,
    ),
  ];
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={css['title']}>
        {words.product.about}
      </h2>
      <dl className={css['facts']}>
        {facts.map(([name, value]) => (
          <div key={name} className={css['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function DepartmentLink({ name }: { readonly name: string }): ReactNode {
  const words = useWords();
  const row = useHomebody((state) => state.catalogue?.departments.indexOf(name) ?? -1);
  return <Link href={`/department/${row}`}>{words.departmentName(name)}</Link>;
}
