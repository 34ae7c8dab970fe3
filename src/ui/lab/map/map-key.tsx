import { useId } from 'react';
import type { ReactNode } from 'react';
import type { ShownItemMap } from '../../../client/lab/lab-state.ts';
import { useHomebody } from '../../homebody-context.tsx';
import { useWords } from '../../words/words-context.tsx';
import { useLabWords } from '../lab-context.tsx';
import css from './map-key.module.css';

/** Hues of the tokens --map-1 … --map-12. */
const HUES = 12;

/** What the colours mean: departments, with how many of their things are on the map; and the sign of what is yours. */
export function MapKey({ map }: { readonly map: ShownItemMap }): ReactNode {
  const words = useLabWords().map;
  const shop = useWords();
  const names = useHomebody((state) => state.catalogue?.departments) ?? [];
  const heading = useId();
  const counts = new Map<number, number>();
  for (const one of map.department) counts.set(one, (counts.get(one) ?? 0) + 1);
  const known = [...counts]
    .filter(([department]) => (names[department] ?? '') !== '')
    .toSorted(([, a], [, b]) => b - a);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className={css['title']}>
        {words.key}
      </h2>
      <ul className={css['key']}>
        {known.map(([department, count]) => (
          <li key={department}>
            <span
              className={css['hue']}
              style={{ background: `var(--map-${(department % HUES) + 1})` }}
              aria-hidden
            />
            <span>{shop.departmentName(names[department]!)}</span>
            <span className={css['count']}>{shop.formats.number(count)}</span>
          </li>
        ))}
        <li>
          <span className={css['own']} aria-hidden />
          <span>{words.yours}</span>
        </li>
      </ul>
    </section>
  );
}
