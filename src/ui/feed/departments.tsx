import { memo, useId } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import { Link } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './departments.module.css';

/** The way to everything that is not on the shelves: all departments by name. */
export const Departments: MemoExoticComponent<() => ReactNode> = memo(function Departments(): ReactNode {
  const words = useWords();
  const heading = useId();
  const departments = useHomebody((state) => state.catalogue?.departments ?? null);
  const sells = useHomebody((state) => state.catalogue?.currency !== null);
  if (!departments || departments.length === 0) return null;
  return (
    <nav aria-labelledby={heading} className={css['departments']}>
      <h2 id={heading}>{sells ? words.shelf.departments : words.shelf.genres}</h2>
      <ul className={css['list']}>
        {departments.map((name, row) => (
          <li key={name}>
            <Link href={`/department/${row}`} className={css['department']}>
              {words.departmentName(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
});
