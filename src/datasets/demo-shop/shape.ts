/** The numbers that shape the simulated year. Changing one changes every byte of the demo shop. */

export const DEFAULT_DEMO_SEED = 20_260_401;

export const DEMO_SHOPPERS = 6_400;
/** Exactly so many events, whatever the seed: the shop's summary needs no simulation. */
export const DEMO_EVENTS = 420_000;

export const DEMO_DAYS = 365;
export const DAY_MS = 86_400_000;
/** First event: 1 April 2025, 00:00 UTC. */
export const DEMO_START: number = Date.UTC(2025, 3, 1);
/** Last event: 31 March 2026, 23:59:59 UTC. */
export const DEMO_END: number = DEMO_START + DEMO_DAYS * DAY_MS - 1000;

export const DEMO_CURRENCY = 'EUR';

/** Width of a style: three axes of material, three of colour, one of pattern, one of the maker's own. */
export const STYLE_WIDTH = 8;
/** How many accessories follow a main product. */
export const COMPANIONS = 4;
