import type { ReactNode } from 'react';
import { useId } from 'react';
import { Link } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './neighbourhood-list.module.css';
import type { Neighbourhood } from './neighbourhoods.ts';

/** Hues of the tokens --map-1 … --map-12. */
const HUES = 12;

/** The map as a list: its neighbourhoods with their colour, their counts and the way into each; and its signs. */
export function NeighbourhoodList({ places }: { readonly places: readonly Neighbourhood[] }): ReactNode {
  const words = useWords();
  const names = useHomebody((state) => state.catalogue?.departments) ?? [];
  const shown = useHomebody((state) => state.constellation?.items.length ?? 0);
  const whole = useHomebody((state) => shown >= (state.catalogue?.itemCount ?? 0));
  const heading = useId();
  const known = places.filter(({ department }) => (names[department] ?? '') !== '');
  if (known.length === 0) return null;
  return (
    <section aria-labelledby={heading} className={css['list']}>
      <h2 id={heading} className={css['title']}>
        {words.constellation.neighbourhoods}
      </h2>
      {!whole && <p className={css['note']}>{words.constellation.ofShown(shown)}</p>}
      <ul className={css['places']}>
        {known.map(({ department, count }) => (
          <li key={department}>
            <Link href={`/department/${department}`} className={css['place']}>
              <span
                className={css['hue']}
                style={{ background: `var(--map-${(department % HUES) + 1})` }}
                aria-hidden
              />
              <span className={css['name']}>{words.departmentName(names[department]!)}</span>
              <span className={css['count']}>{words.constellation.things(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <ul className={css['signs']} aria-label={words.constellation.signs}>
        {(['own', 'shelf', 'declined'] as const).map((sign) => (
          <li key={sign}>
            <span className={css[sign]} aria-hidden />
            {words.constellation[sign]}
          </li>
        ))}
      </ul>
    </section>
  );
}
