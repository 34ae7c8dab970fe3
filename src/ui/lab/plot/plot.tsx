import { useId, useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { useLabWords } from '../lab-context.tsx';
import { PlotTable } from './plot-table.tsx';
import css from './plot.module.css';
import { placeOf, scaleOf, ticksOf } from './scale.ts';
import type { Axis, Series } from './series.ts';

export interface PlotProps {
  readonly title: string;
  /** What the curve says, in a sentence: read out in its place. */
  readonly summary: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** A value of x that a line stands at, and what it means. */
  readonly mark?: { readonly x: number; readonly name: string };
  /** The ground under the curve is shaded. */
  readonly filled?: boolean;
}

const X_TICKS = 5;
const Y_TICKS = 4;
/** Side of the square that the curves are drawn in; it is stretched to its place. */
const SIDE = 1000;

/**
 * Curves with axes: names at their ends, the value under the pointer above them, and all of it as a table. Drawn by
 * SVG that stretches, its writing by the page, so that letters keep their size and follow the reader's.
 */
export function Plot({ title, summary, x, y, series, mark, filled = false }: PlotProps): ReactNode {
  const words = useLabWords().plot;
  const heading = useId();
  const [at, setAt] = useState<number | null>(null);
  const xs = series.flatMap(({ points }) => points.map(([value]) => value));
  const ys = series.flatMap(({ points }) => points.map(([, value]) => value));
  const across = scaleOf([...xs, ...(x.holds ?? [])], x.kind, false);
  const up = scaleOf([...ys, ...(y.holds ?? [])], y.kind, y.kind === 'linear');
  const left = (value: number): number => placeOf(across, value);
  const top = (value: number): number => 1 - placeOf(up, value);
  const empty = xs.length === 0;

  const point = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const wanted = (event.clientX - box.left) / box.width;
    let best: number | null = null;
    for (const value of xs) {
      if (best === null || Math.abs(left(value) - wanted) < Math.abs(left(best) - wanted)) best = value;
    }
    setAt(best);
  };
  const shown = at === null ? [] : dotsOf(series, at);

  return (
    <figure className={css['plot']} aria-labelledby={heading}>
      <figcaption className={css['head']}>
        <span id={heading} className={css['title']}>
          {title}
        </span>
        <span className={css['value']}>
          {at !== null &&
            shown.length > 0 &&
            words.at(
              x.name,
              x.format(at),
              shown.map((dot) => y.format(dot.y)),
            )}
        </span>
      </figcaption>
      <div className={css['body']} role="img" aria-label={summary}>
        <div className={css['up']} aria-hidden>
          {!empty &&
            ticksOf(up, Y_TICKS).map((value) => (
              <span key={value} style={{ top: `${top(value) * 100}%` }}>
                {(y.tick ?? y.format)(value)}
              </span>
            ))}
        </div>
        <div
          className={css['field']}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setAt(null)}
        >
          <svg viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none" aria-hidden>
            {!empty &&
              ticksOf(up, Y_TICKS).map((value) => (
                <path key={value} className={css['grid']} d={`M0 ${spot(top(value))}H${SIDE}`} />
              ))}
            {mark && <path className={css['mark']} d={`M${spot(left(mark.x))} 0V${SIDE}`} />}
            {at !== null && <path className={css['at']} d={`M${spot(left(at))} 0V${SIDE}`} />}
            {series.map((one) => (
              <Curve key={one.name} series={one} left={left} top={top} filled={filled} />
            ))}
          </svg>
          {dotsOf(series, at).map(({ name, colour, x: px, y: py }) => (
            <span
              key={name}
              className={css['dot']}
              style={{ left: `${left(px) * 100}%`, top: `${top(py) * 100}%`, background: colour }}
              aria-hidden
            />
          ))}
          {mark && (
            <span className={css['meaning']} style={{ left: `${left(mark.x) * 100}%` }} aria-hidden>
              {mark.name}
            </span>
          )}
          {empty && <p className={css['none']}>{words.none}</p>}
        </div>
        <div className={css['across']} aria-hidden>
          {!empty &&
            ticksOf(across, X_TICKS).map((value) => (
              <span key={value} style={{ left: `${left(value) * 100}%` }}>
                {(x.tick ?? x.format)(value)}
              </span>
            ))}
        </div>
        <p className={css['axis']} aria-hidden>
          {x.name}
        </p>
      </div>
      {!empty && <PlotTable title={title} x={x} y={y} series={series} />}
    </figure>
  );
}

interface CurveProps {
  readonly series: Series;
  readonly left: (x: number) => number;
  readonly top: (y: number) => number;
  readonly filled: boolean;
}

function Curve({ series: { points, colour }, left, top, filled }: CurveProps): ReactNode {
  if (points.length < 2) return null;
  const line = points.map(([x, y]) => `${spot(left(x))} ${spot(top(y))}`).join('L');
  const [first, last] = [points[0]!, points.at(-1)!];
  return (
    <>
      {filled && (
        <path
          className={css['ground']}
          style={{ fill: colour }}
          d={`M${spot(left(first[0]))} ${SIDE}L${line}L${spot(left(last[0]))} ${SIDE}Z`}
        />
      )}
      <path className={css['curve']} style={{ stroke: colour }} d={`M${line}`} />
    </>
  );
}

const spot = (share: number): number => Math.round(share * SIDE * 10) / 10;

interface Dot {
  readonly name: string;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
}

/** Where each curve is at x; without an x, a curve of one point alone. */
function dotsOf(series: readonly Series[], at: number | null): readonly Dot[] {
  return series.flatMap(({ name, colour, points }) => {
    const found = points.length === 1 ? points[0] : points.find(([x]) => x === at);
    return found ? [{ name, colour, x: found[0], y: found[1] }] : [];
  });
}
