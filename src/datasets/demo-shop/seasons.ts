import { DEMO_DAYS } from './shape.ts';
import type { Shelf } from './traits.ts';
import { DEPARTMENTS } from './words/departments/index.ts';
import type { Season } from './words/vocabulary.ts';

/** Days from 1 January to the first day of the demo year (1 April). */
const FIRST_DAY_OF_YEAR = 90;
const MONTH_DAYS = 365 / 12;
/** A season is over this many months from its peak. */
const HALF_WIDTH = 3.5;

/** Demand on a day of the demo year (0 = 1 April) as a multiple of the demand out of season, ≥ 1. */
export function seasonalDemand(season: Season | undefined, day: number): number {
  if (!season) return 1;
  const month = ((day + FIRST_DAY_OF_YEAR) / MONTH_DAYS) % 12;
  const apart = Math.abs(month - (season.peak + 0.5));
  const distance = Math.min(apart, 12 - apart) / HALF_WIDTH;
  if (distance >= 1) return 1;
  const near = 1 - distance * distance;
  return 1 + season.swing * near * near;
}

/** The same for every department and day. Float64[DEMO_DAYS, departments]. */
export function departmentSeasons(): Float64Array {
  return seasonTable(DEPARTMENTS.map((department) => department.season));
}

/** The same for every shelf, beyond its department. Float64[DEMO_DAYS, shelves]. */
export function shelfSeasons(shelves: readonly Shelf[]): Float64Array {
  return seasonTable(shelves.map((shelf) => shelf.type.season));
}

function seasonTable(seasons: readonly (Season | undefined)[]): Float64Array {
  const table = new Float64Array(DEMO_DAYS * seasons.length).fill(1);
  for (const [column, season] of seasons.entries()) {
    if (!season) continue;
    for (let day = 0; day < DEMO_DAYS; day++) {
      table[day * seasons.length + column] = seasonalDemand(season, day);
    }
  }
  return table;
}

/** Running sum of visits over the year: weekends and the weeks before midwinter are busier. */
export function visitsByDay(): Float64Array {
  const cumulative = new Float64Array(DEMO_DAYS);
  let total = 0;
  for (let day = 0; day < DEMO_DAYS; day++) {
    // 1 April 2025 was a Tuesday.
    const weekday = (day + 1) % 7;
    total += (weekday >= 5 ? 1.35 : 1) * seasonalDemand({ peak: 11, swing: 0.5 }, day);
    cumulative[day] = total;
  }
  return cumulative;
}

/** Running sum of visits over the hours of a day: lunch, and above all the evening. */
export function visitsByHour(): Float64Array {
  const busy = [3, 2, 1, 1, 1, 2, 4, 8, 10, 11, 12, 12, 14, 12, 10, 10, 11, 13, 16, 22, 27, 26, 18, 8];
  let total = 0;
  return Float64Array.from(busy, (visits) => (total += visits));
}
