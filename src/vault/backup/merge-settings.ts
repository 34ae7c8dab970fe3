import type { RestorePlan } from '../../domain/ownership.ts';
import type { SettingsRecord } from '../records.ts';

/**
 * Settings of both sides. Where both have one, that of the preferred side is kept; one that holds others by name, such as
 * what is muted in each catalogue, is merged name by name. Null where neither side has any.
 */
export function mergeSettings(
  here: SettingsRecord | undefined,
  brought: SettingsRecord | undefined,
  prefer: RestorePlan['prefer'],
): SettingsRecord | null {
  if (!here || !brought) return here ?? brought ?? null;
  const [first, second] = prefer === 'here' ? [here, brought] : [brought, here];
  const values = { ...second.values, ...first.values };
  for (const [name, value] of Object.entries(first.values)) {
    const other = second.values[name];
    if (isByName(value) && isByName(other)) values[name] = { ...other, ...value };
  }
  return { ...second, ...first, values };
}

const isByName = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
