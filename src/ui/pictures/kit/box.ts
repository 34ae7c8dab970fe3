import type { Layers } from './path.ts';

/** A box seen a little from above and from the left: front, top and shaded side. `paint`: of the front. */
export function box(x: number, y: number, w: number, h: number, deep: number, paint = 'B'): Layers {
  const dx = deep * 0.8;
  const dy = deep * 0.5;
  const flat = paint === 'w' || paint === 'm' || paint === 'n' || paint === 'c' || paint === 'x';
  const face = `M${x} ${y}h${w}v${h}h${-w}z`;
  const top = `M${x} ${y}l${dx} ${-dy}h${w}l${-dx} ${dy}z`;
  const side = `M${x + w} ${y}l${dx} ${-dy}v${h}l${-dx} ${dy}z`;
  return flat
    ? [`${paint}${face}`, `${paint}${top}`, `h${top}`, `${paint}${side}`, `s${side}`]
    : [`${paint}${face}`, `l${top}`, `d${side}`];
}
