import type { ReactNode } from 'react';
import { useLabWords } from '../lab-context.tsx';
import css from './plot.module.css';
import type { Axis, Series } from './series.ts';

/** More rows say no more. */
const MOST_ROWS = 40;

export interface PlotTableProps {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

/** The curves as numbers, for whoever reads rather than looks. */
export function PlotTable({ title, x, y, series }: PlotTableProps): ReactNode {
  const words = useLabWords().plot;
  const all = [...new Set(series.flatMap(({ points }) => points.map(([value]) => value)))].toSorted(
    (a, b) => a - b,
  );
  const step = Math.ceil(all.length / MOST_ROWS);
  const rows = all.filter((_, i) => i % step === 0 || i === all.length - 1);
  return (
    <details className={css['table']}>
      <summary>{words.table}</summary>
      {/* It scrolls within itself, and so must be reached by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={css['rows']} tabIndex={0} role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{x.name}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {series.length === 1 ? y.name : name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((at) => (
              <tr key={at}>
                <th scope="row">{x.format(at)}</th>
                {series.map(({ name, points }) => {
                  const found = points.find(([value]) => value === at);
                  return <td key={name}>{found ? y.format(found[1]) : words.nothing}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
