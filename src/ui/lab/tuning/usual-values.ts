import type { SettingSpec } from '../../../domain/settings.ts';

/** Values of a grid that is not too long to wait for. */
const COUNT = 3;

/** What a setting is usually tried with: the ends of where it is worth looking, and the middle between them. */
export function usualValues(spec: SettingSpec): readonly string[] {
  if (spec.kind === 'choice') return spec.values;
  if (spec.kind === 'boolean') return ['false', 'true'];
  const [from, to] = boundsOf(spec);
  const values = Array.from({ length: COUNT }, (_, i) => {
    const part = i / (COUNT - 1);
    const value = spec.log && from > 0 ? from * (to / from) ** part : from + (to - from) * part;
    return spec.kind === 'integer' ? Math.round(value) : part === 0 || part === 1 ? value : rounded(value);
  });
  return [...new Set(values)].map(String);
}

export function usualEnds(spec: SettingSpec): readonly [string, string] {
  if (spec.kind === 'choice' || spec.kind === 'boolean') return ['', ''];
  const [from, to] = boundsOf(spec);
  return [String(from), String(to)];
}

function boundsOf(spec: Exclude<SettingSpec, { kind: 'choice' | 'boolean' }>): readonly [number, number] {
  if (spec.usual) return spec.usual;
  const middle = spec.default ?? (spec.min + spec.max) / 2;
  return [spec.open ? middle / 10 : spec.min, Number.isFinite(spec.max) ? spec.max : middle * 10];
}

const rounded = (value: number): number => Number(value.toPrecision(1));
