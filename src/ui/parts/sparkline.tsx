import type { ReactNode } from 'react';
import css from './sparkline.module.css';

const WIDTH = 100;
const HEIGHT = 28;
const MARGIN = 2;

/** Points of a line through `values`, left to right, the largest at the top; '' for fewer than two values. */
export function sparkPoints(values: readonly number[]): string {
  if (values.length < 2) return '';
  const top = Math.max(...values);
  const span = top - Math.min(...values) || 1;
  return values
    .map((value, i) => {
      const x = (i / (values.length - 1)) * WIDTH;
      const y = MARGIN + ((top - value) / span) * (HEIGHT - 2 * MARGIN);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}

export function Sparkline({
  values,
  label,
}: {
  readonly values: readonly number[];
  readonly label: string;
}): ReactNode {
  return (
    <svg
      role="img"
      aria-label={label}
      className={css['spark']}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <polyline points={sparkPoints(values)} />
    </svg>
  );
}
