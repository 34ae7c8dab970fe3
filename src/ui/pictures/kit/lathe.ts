import { e } from './path.ts';
import type { Layers } from './path.ts';

type Point = readonly [x: number, y: number];
interface Segment {
  /** Two handles of the cubic curve down to `to`; null for a straight line. */
  readonly handles: readonly [Point, Point] | null;
  readonly to: Point;
}

const n = (value: number): string => String(Math.round(value * 10) / 10);
/** Handle length that makes a quarter of an ellipse. */
const ROUND = 0.552;

/**
 * Path of a body turned on a lathe. `profile`: height and half-width from the top down, "40:16 ~72:36 )168:20".
 * Before a pair: nothing is a straight line, `~` a swelling with upright ends, `)` a bowl that curves under, `(` a
 * shoulder that curves outwards. `sag`: how far the foot bulges towards the viewer, as a part of its half-width.
 */
export function lathe(cx: number, profile: string, sag = 0.12): string {
  const pairs = profile.split(' ').map((text) => {
    const [, how = '', y = '0', w = '0'] = /^([~)(]?)([\d.]+):([\d.]+)$/.exec(text) ?? [];
    return { how, y: Number(y), w: Number(w) };
  });
  const top = pairs[0]!;
  const foot = pairs.at(-1)!;
  const segments: Segment[] = [];
  for (let i = 1; i < pairs.length; i++) {
    const from = pairs[i - 1]!;
    const { how, y, w } = pairs[i]!;
    const dy = y - from.y;
    const dx = w - from.w;
    const handles: Segment['handles'] =
      how === '~'
        ? [
            [from.w, from.y + dy / 2],
            [w, y - dy / 2],
          ]
        : how === ')'
          ? [
              [from.w, from.y + dy * ROUND],
              [w - dx * ROUND, y],
            ]
          : how === '('
            ? [
                [from.w + dx * ROUND, from.y],
                [w, y - dy * ROUND],
              ]
            : null;
    segments.push({ handles, to: [w, y] });
  }
  const right = ([w, y]: Point): string => `${n(cx + w)} ${n(y)}`;
  const left = ([w, y]: Point): string => `${n(cx - w)} ${n(y)}`;
  const down = segments
    .map(({ handles, to }) =>
      handles ? `C${right(handles[0])} ${right(handles[1])} ${right(to)}` : `L${right(to)}`,
    )
    .join('');
  const up = segments
    .map(({ handles }, i): string => {
      const back: Point = i === 0 ? [top.w, top.y] : segments[i - 1]!.to;
      return handles ? `C${left(handles[1])} ${left(handles[0])} ${left(back)}` : `L${left(back)}`;
    })
    .reverse()
    .join('');
  const bottom = foot.w > 0.5 ? `A${n(foot.w)} ${n(foot.w * sag)} 0 0 1 ${left([foot.w, foot.y])}` : '';
  return `M${right([top.w, top.y])}${down}${bottom}${up}z`;
}

/** The open mouth of a vessel: its rim, and the dark within. */
export function mouth(cx: number, y: number, w: number, rim = 4, tilt = 0.17): Layers {
  return [
    `z${e(cx, y, w, w * tilt)}`,
    `D${e(cx, y + rim * 0.25, w - rim, Math.max(1, w * tilt - rim * 0.5))}`,
  ];
}

/** A vessel with an open mouth at the top of its profile. */
export function pot(cx: number, profile: string, rim = 4): Layers {
  const [, y = '0', w = '0'] = /^([\d.]+):([\d.]+)/.exec(profile) ?? [];
  return [`O${lathe(cx, profile)}`, ...mouth(cx, Number(y), Number(w), rim)];
}

/** A lid that rests on a rim of half-width `w` at `y`, with its knob. */
export function lid(cx: number, y: number, w: number, high = 14, knob = 'x'): Layers {
  return [
    `${knob}${e(cx, y - high - 6, 8, 7)}`,
    `O M${n(cx - w)} ${y}C${n(cx - w * 0.9)} ${n(y - high * 1.3)} ${n(cx + w * 0.9)} ${n(y - high * 1.3)} ${n(cx + w)} ${y}A${w} ${n(w * 0.12)} 0 0 1 ${n(cx - w)} ${y}z`,
    `2z M${n(cx - w)} ${y}A${w} ${n(w * 0.12)} 0 0 0 ${n(cx + w)} ${y}`,
  ];
}
