import type { Rng } from '../../domain/rng.ts';
import { createRng } from '../../domain/rng.ts';
import { nearNormal, pick, softExp } from './chance.ts';
import { DEMO_DAYS, DEMO_EVENTS, DEMO_SHOPPERS, STYLE_WIDTH } from './shape.ts';
import type { Steps } from './steps.ts';
import { departmentInterest } from './traits.ts';
import type { ItemTraits } from './traits.ts';
import { DEPARTMENTS } from './words/departments/index.ts';
import { INTERESTS } from './words/vocabulary.ts';

/** What moves each simulated shopper; no recommender may look. */
export interface Shoppers {
  readonly count: number;
  /** Weight of each department, sums to 1 per shopper. Float32[count, departments]. */
  readonly department: Float32Array<ArrayBuffer>;
  /** Pull towards each interest. Float32[count, INTERESTS]. */
  readonly interest: Float32Array<ArrayBuffer>;
  /** Taste on the axes of style. Float32[count, STYLE_WIDTH]. */
  readonly taste: Float32Array<ArrayBuffer>;
  /** 0 does not look at prices … about 2 takes the cheaper one. Float32[count]. */
  readonly thrift: Float32Array<ArrayBuffer>;
  /** Shelves that they always stop at. Int16[count, PETS]. */
  readonly pets: Int16Array<ArrayBuffer>;
  /** Events of the year; they sum to DEMO_EVENTS. Int32[count]. */
  readonly events: Int32Array<ArrayBuffer>;
  /** First and last day on which they may come, 0 … DEMO_DAYS − 1. Int16[count] each. */
  readonly firstDay: Int16Array<ArrayBuffer>;
  readonly lastDay: Int16Array<ArrayBuffer>;
}

/** Shelves that a shopper has a soft spot for. */
export const PETS = 3;
const FEWEST_EVENTS = 12;
/** Events of the most faithful shopper. */
export const MOST_EVENTS = 400;
/** Some 1 ms of work. */
const SHOPPERS_PER_STEP = 200;
const DEPARTMENT_PULL = 1.8;
const DEPARTMENT_WHIM = 0.9;

/** Kinds of people, in the order of `INTERESTS`: cooking, outdoors, comfort, growing, reading, making. */
const LEANINGS: readonly (readonly number[])[] = [
  [1.4, -0.3, 0.5, 0.2, 0, 0], // cooks
  [-0.2, 1.6, -0.3, 0.3, 0.2, 0], // walkers
  [0.3, -0.4, 1.5, 0, 0.5, -0.3], // nesters
  [0.5, 0.4, 0, 1.6, 0.1, 0.2], // gardeners
  [0, -0.2, 0.6, 0, 1.6, 0], // readers
  [0, 0.3, -0.2, 0.4, 0.1, 1.6], // makers
  [0.6, 0.2, 0.7, -0.2, 0.3, 1.0], // young families
  [0.3, 0.3, 0.3, 0.3, 0.3, 0.3], // anybody
];

export function* shopperSteps(seed: number, traits: ItemTraits): Steps<Shoppers> {
  const rng = createRng(seed).fork('shoppers');
  const count = DEMO_SHOPPERS;
  const departments = DEPARTMENTS.length;
  const shoppers: Shoppers = {
    count,
    department: new Float32Array(count * departments),
    interest: new Float32Array(count * INTERESTS.length),
    taste: new Float32Array(count * STYLE_WIDTH),
    thrift: new Float32Array(count),
    pets: new Int16Array(count * PETS),
    events: apportionEvents(count, rng.fork('activity')),
    firstDay: new Int16Array(count),
    lastDay: new Int16Array(count),
  };
  const draws = Array.from({ length: departments }, (_, d) => departmentInterest(d));
  for (let user = 0; user < count; user++) {
    drawInterests(shoppers, user, draws, rng);
    for (let axis = 0; axis < STYLE_WIDTH; axis++)
      shoppers.taste[user * STYLE_WIDTH + axis] = nearNormal(rng);
    const spread = rng.next();
    shoppers.thrift[user] = 2 * spread * spread;
    for (let pet = 0; pet < PETS; pet++) shoppers.pets[user * PETS + pet] = rng.int(traits.shelves.length);
    drawStay(shoppers, user, rng);
    if (user % SHOPPERS_PER_STEP === SHOPPERS_PER_STEP - 1) yield;
  }
  return shoppers;
}

function drawInterests(
  shoppers: Shoppers,
  user: number,
  draws: readonly (readonly number[])[],
  rng: Rng,
): void {
  const leaning = pick(rng, LEANINGS);
  const width = leaning.length;
  for (let axis = 0; axis < width; axis++) {
    shoppers.interest[user * width + axis] = leaning[axis]! + 0.5 * nearNormal(rng);
  }
  const at = user * draws.length;
  let total = 0;
  for (let d = 0; d < draws.length; d++) {
    let pull = 0;
    for (let axis = 0; axis < width; axis++) {
      pull += shoppers.interest[user * width + axis]! * draws[d]![axis]!;
    }
    const weight = softExp(DEPARTMENT_PULL * pull + DEPARTMENT_WHIM * nearNormal(rng));
    shoppers.department[at + d] = weight;
    total += weight;
  }
  for (let d = 0; d < draws.length; d++) shoppers.department[at + d] = shoppers.department[at + d]! / total;
}

/** Most are there all year; some come late, some stop coming. At least eight weeks. */
function drawStay(shoppers: Shoppers, user: number, rng: Rng): void {
  const late = rng.next() < 0.35 ? rng.int(DEMO_DAYS - 120) : 0;
  const rest = DEMO_DAYS - late;
  shoppers.firstDay[user] = late;
  shoppers.lastDay[user] = late + (rng.next() < 0.2 ? 56 + rng.int(rest - 56) : rest) - 1;
}

/** Shares DEMO_EVENTS out by a skewed activity: many look in, a few live there. */
function apportionEvents(count: number, rng: Rng): Int32Array<ArrayBuffer> {
  const activity = new Float64Array(count);
  let total = 0;
  for (let user = 0; user < count; user++) {
    activity[user] = softExp(0.75 * nearNormal(rng));
    total += activity[user]!;
  }
  const events = new Int32Array(count);
  const scale = (DEMO_EVENTS - FEWEST_EVENTS * count) / total;
  let left = DEMO_EVENTS;
  for (let user = 0; user < count; user++) {
    events[user] = Math.min(MOST_EVENTS, FEWEST_EVENTS + Math.floor(scale * activity[user]!));
    left -= events[user]!;
  }
  for (let user = 0; left > 0; user = (user + 1) % count) {
    if (events[user]! >= MOST_EVENTS) continue;
    events[user] = events[user]! + 1;
    left--;
  }
  return events;
}
