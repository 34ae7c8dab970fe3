import { KIND_CODE } from '../../domain/events.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import { createRng } from '../../domain/rng.ts';
import type { Rng } from '../../domain/rng.ts';
import type { DemoCatalogue } from './catalogue.ts';
import { createDemoCatalogue } from './catalogue.ts';
import { drawCumulative, firstAbove } from './chance.ts';
import { companionSteps } from './companions.ts';
import { Diary } from './diary.ts';
import { visitsByDay, visitsByHour } from './seasons.ts';
import { DAY_MS, DEMO_EVENTS, DEMO_END, DEMO_START } from './shape.ts';
import { MOST_EVENTS, shopperSteps } from './shoppers.ts';
import { atOnce, inTurns } from './steps.ts';
import type { Steps } from './steps.ts';
import { Visit } from './visit.ts';

const HOUR_MS = 3_600_000;
/** In events; the mean is half of it. */
const LONGEST_VISIT = 11;
/** Some 1 ms of work: what waits has several steps, and each waits for a slice. */
const SHOPPERS_PER_SLICE = 16;

/**
 * The year of the demo shop: DEMO_EVENTS events of DEMO_SHOPPERS shoppers, one shopper after the other, each
 * oldest first. Item = row in the catalogue of the same seed. A purchase's value is its quantity.
 * Pass the catalogue of `seed` where it is at hand; it is made again otherwise.
 */
export function createDemoInteractions(
  seed: number,
  catalogue: DemoCatalogue = createDemoCatalogue(seed),
): InteractionColumns {
  return atOnce(simulate(seed, catalogue));
}

/** The same, in slices of some 1 ms: whoever else waits in this thread has a turn between them. */
export function createDemoInteractionsInTurns(
  seed: number,
  catalogue: DemoCatalogue,
  yieldTurn: () => Promise<void>,
): Promise<InteractionColumns> {
  return inTurns(simulate(seed, catalogue), yieldTurn);
}

function* simulate(seed: number, catalogue: DemoCatalogue): Steps<InteractionColumns> {
  const { traits } = catalogue;
  const shoppers = yield* shopperSteps(seed, traits);
  const companions = yield* companionSteps(seed, traits);
  const rng = createRng(seed).fork('visits');
  const diary = new Diary(shoppers.count, catalogue.items.length);
  const visit = new Visit(traits, shoppers, companions, diary, rng);
  const days = visitsByDay();
  const hours = visitsByHour();
  const lengths = new Int32Array(MOST_EVENTS);
  const starts = new Float64Array(MOST_EVENTS);
  for (let user = 0; user < shoppers.count; user++) {
    const first = shoppers.firstDay[user]!;
    const end = shoppers.lastDay[user]! + 1;
    let visits = 0;
    for (let left = shoppers.events[user]!; left > 0; visits++) {
      lengths[visits] = Math.min(left, 1 + rng.int(LONGEST_VISIT));
      left -= lengths[visits]!;
      const hour = drawCumulative(rng, hours, 0, hours.length) + rng.next();
      starts[visits] = drawDay(rng, days, first, end) * DAY_MS + hour * HOUR_MS;
    }
    starts.subarray(0, visits).sort();
    visit.enter(user);
    for (let at = 0; at < visits; at++) visit.walk(starts[at]!, lengths[at]!);
    if (user % SHOPPERS_PER_SLICE === SHOPPERS_PER_SLICE - 1) yield;
  }
  const columns = diary.columns();
  sellEverything(columns);
  openAndClose(columns);
  return columns;
}

/** Draws a day in [first, end) from the running sum of visits over the whole year. */
function drawDay(rng: Rng, visits: Float64Array, first: number, end: number): number {
  const before = first === 0 ? 0 : visits[first - 1]!;
  return firstAbove(visits, before + rng.next() * (visits[end - 1]! - before), first, end);
}

/** What nobody bought all year goes to the last shopper who came nearest to it: no product sells nothing. */
function sellEverything({ itemCount, item, kind }: InteractionColumns): void {
  const nearest = new Int32Array(itemCount).fill(-1);
  for (let row = 0; row < DEMO_EVENTS; row++) {
    const held = nearest[item[row]!]!;
    if (held < 0 || kind[row]! >= kind[held]!) nearest[item[row]!] = row;
  }
  for (const row of nearest) if (row >= 0) kind[row] = KIND_CODE.purchase;
}

/** The shop opens and closes with an event: the range of dates is the same for every seed. */
function openAndClose({ at }: InteractionColumns): void {
  let first = 0;
  let last = 0;
  for (let row = 1; row < DEMO_EVENTS; row++) {
    if (at[row]! < at[first]!) first = row;
    if (at[row]! > at[last]!) last = row;
  }
  at[first] = DEMO_START;
  at[last] = DEMO_END;
}
