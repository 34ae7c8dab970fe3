import type { CatalogueSummary } from '../domain/catalogue.ts';
import type { CatalogueId } from '../domain/ids.ts';
import type { Mood, Muted } from '../domain/recommendation.ts';
import type { HomebodyState, ShownMood, ShownMuted } from './state.ts';

/** The part of a question that says what the visitor is in the mood for and what they never want to see. */
export interface Steering {
  readonly mood?: Mood;
  readonly muted?: Muted;
}

/** As the engine takes it: by rows. A name that the catalogue does not know any more says nothing. */
export function steeringOf({ catalogue, mood, muted }: HomebodyState): Steering {
  if (!catalogue) return {};
  return {
    ...(isMood(mood) ? { mood: moodOf(mood, catalogue) } : {}),
    ...(isMuting(muted) ? { muted: mutedOf(muted, catalogue) } : {}),
  };
}

const isMood = ({ more, less, departments }: ShownMood): boolean =>
  more.length + less.length + departments.length > 0;

const isMuting = ({ departments, brands }: ShownMuted): boolean => departments.length + brands.length > 0;

function moodOf({ more, less, departments }: ShownMood, catalogue: CatalogueSummary): Mood {
  return {
    items: [
      ...more.map(({ index }) => ({ item: index, direction: 1 as const })),
      ...less.map(({ index }) => ({ item: index, direction: -1 as const })),
    ],
    departments: rowsOf(departments, catalogue.departments),
  };
}

function mutedOf({ departments, brands }: ShownMuted, catalogue: CatalogueSummary): Muted {
  return {
    departments: rowsOf(departments, catalogue.departments),
    brands: rowsOf(brands, catalogue.brands),
  };
}

const rowsOf = (names: readonly string[], all: readonly string[]): readonly number[] =>
  names.map((name) => all.indexOf(name)).filter((row) => row >= 0);

export const MUTED_SETTING = 'muted';

export type MutedByCatalogue = Readonly<Record<CatalogueId, ShownMuted>>;

/** What was stored of the muted names; anything else is none. */
export function storedMuted(setting: unknown): MutedByCatalogue {
  if (typeof setting !== 'object' || setting === null) return {};
  return Object.fromEntries(
    Object.entries(setting).map(([id, muted]: [string, Partial<ShownMuted> | null]) => [
      id,
      { departments: namesOf(muted?.departments), brands: namesOf(muted?.brands) },
    ]),
  );
}

/** The setting when a catalogue is gone: its names go with it. */
export function withoutMuted(setting: unknown, gone: CatalogueId): MutedByCatalogue {
  return Object.fromEntries(Object.entries(storedMuted(setting)).filter(([id]) => id !== gone));
}

const namesOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
