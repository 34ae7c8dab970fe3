import type { Scene } from './scene.ts';
import { DAY_ROOMS } from './scenes-day.ts';
import { REST_ROOMS } from './scenes-rest.ts';

/** By department. */
export const SCENES: Readonly<Record<string, Scene>> = { ...DAY_ROOMS, ...REST_ROOMS };
