import { expect, test } from 'vitest';
import { seasonalDemand, shelfSeasons, visitsByDay, visitsByHour } from './seasons.ts';
import { createShelves } from './catalogue.ts';
import { DEMO_DAYS } from './shape.ts';

test('demand is 1 out of season and 1 + swing in the middle of the peak month', () => {
  const april = { peak: 3, swing: 4 };
  // Day 0 is 1 April: the middle of April is day 15.
  expect(seasonalDemand(april, 15)).toBeGreaterThan(4.98);
  expect(seasonalDemand(april, 15)).toBeLessThanOrEqual(5);
  expect(seasonalDemand(april, 190)).toBe(1);
  expect(seasonalDemand(undefined, 15)).toBe(1);
});

test('a season runs over the turn of the year', () => {
  const december = { peak: 11, swing: 2 };
  const day = (month: number): number => Math.round(((month + 9) % 12) * (365 / 12)) + 15;
  expect(Math.abs(seasonalDemand(december, day(0)) - seasonalDemand(december, day(10)))).toBeLessThan(0.1);
  expect(seasonalDemand(december, day(0))).toBeGreaterThan(2);
});

test('bulbs are wanted in October, and more than in June', () => {
  const shelves = createShelves();
  const bulbs = shelves.findIndex((shelf) => shelf.type.id === 'bulbs');
  const seasons = shelfSeasons(shelves);
  const on = (day: number): number => seasons[day * shelves.length + bulbs]!;
  expect(on(197) / on(75)).toBeGreaterThan(4);
});

test('running sums of visits rise every day and every hour', () => {
  const days = visitsByDay();
  expect(days.length).toBe(DEMO_DAYS);
  expect(days.every((sum, day) => day === 0 || sum > days[day - 1]!)).toBe(true);
  const hours = visitsByHour();
  expect(hours.length).toBe(24);
  expect(hours.every((sum, hour) => hour === 0 || sum > hours[hour - 1]!)).toBe(true);
});
