import { KIND_CODE } from '../../domain/events.ts';
import type { Rng } from '../../domain/rng.ts';
import { drawCumulative, softExp } from './chance.ts';
import type { Diary } from './diary.ts';
import { pieceWeights, shelfWeights } from './preference.ts';
import { departmentSeasons, shelfSeasons } from './seasons.ts';
import { COMPANIONS, DAY_MS, DEMO_DAYS } from './shape.ts';
import type { Shoppers } from './shoppers.ts';
import type { ItemTraits } from './traits.ts';
import { DEPARTMENTS } from './words/departments/index.ts';

const CHANGE_SHELF = 0.25;
const CHANGE_DEPARTMENT = 0.1;
/** A look at what everybody looks at, whatever one's own taste: the table by the door. */
const BY_THE_DOOR = 0.13;
/** How strongly the table by the door favours what is much loved. */
const DOOR_PULL = 1.9;
const LOOK_AT_COMPANION = 0.14;
const BUY_COMPANION = 0.6;
const LOOK_AGAIN = 0.1;
const REFILL = 0.5;
/** Nobody comes back sooner. */
const PAUSE_MS = 1_800_000;

interface Refill {
  readonly item: number;
  due: number;
}

/**
 * One shopper's visits, in order of time. What they bought calls for accessories, soon, and for refills,
 * later; what they wanted and left, they look at again.
 */
export class Visit {
  readonly #traits: ItemTraits;
  readonly #shoppers: Shoppers;
  readonly #companions: Int32Array;
  readonly #diary: Diary;
  readonly #rng: Rng;
  readonly #departmentSeasons: Float64Array;
  readonly #shelfSeasons: Float64Array;
  readonly #shelfWeights: Float64Array;
  /** Running sums of the pieces' weights, per shelf; valid where `#sumsOf` names the present shopper. */
  readonly #pieceSums: Float64Array;
  /** Running sums over all items of the table by the door. */
  readonly #door: Float64Array;
  readonly #heaviest: Float64Array;
  readonly #sumsOf: Int32Array;
  readonly #scratch = new Float64Array(64);
  /** Shelves of department d: [#shelfBegin[d], #shelfBegin[d + 1]). */
  readonly #shelfBegin: number[];
  #user = 0;
  /** Time of the next event, ms since the shop's year began. */
  #clock = 0;
  /** Events that this visit still has. */
  #left = 0;
  #wanted: number[] = [];
  #refills: Refill[] = [];
  /** Main products whose accessories are still to come. */
  #unfitted: number[] = [];

  constructor(traits: ItemTraits, shoppers: Shoppers, companions: Int32Array, diary: Diary, rng: Rng) {
    this.#traits = traits;
    this.#shoppers = shoppers;
    this.#companions = companions;
    this.#diary = diary;
    this.#rng = rng;
    const { shelves } = traits;
    this.#departmentSeasons = departmentSeasons();
    this.#shelfSeasons = shelfSeasons(shelves);
    this.#shelfWeights = new Float64Array(shelves.length);
    this.#pieceSums = new Float64Array(shelves.at(-1)!.end);
    let onTable = 0;
    this.#door = Float64Array.from(traits.appeal, (appeal) => (onTable += softExp(DOOR_PULL * appeal)));
    this.#heaviest = new Float64Array(shelves.length);
    this.#sumsOf = new Int32Array(shelves.length).fill(-1);
    this.#shelfBegin = DEPARTMENTS.map((_, d) => shelves.findIndex((shelf) => shelf.department === d));
    this.#shelfBegin.push(shelves.length);
  }

  /** The next shopper comes in, with nothing on their mind yet. */
  enter(user: number): void {
    this.#user = user;
    this.#clock = -PAUSE_MS;
    this.#wanted = [];
    this.#refills = [];
    this.#unfitted = [];
    shelfWeights(this.#traits, this.#shoppers, user, this.#shelfWeights);
  }

  /**
   * Writes exactly `length` events, the first at `start` (ms since the shop's year began) or, where the visit
   * before has only just ended, a little later.
   */
  walk(start: number, length: number): void {
    this.#clock = Math.max(start, this.#clock + PAUSE_MS);
    const day = Math.min(DEMO_DAYS - 1, Math.floor(this.#clock / DAY_MS));
    this.#left = length;
    this.#refill(day);
    let shelf = this.#drawShelf(this.#drawDepartment(day), day);
    let last = -1;
    while (this.#left > 0) {
      const companion = this.#nextCompanion(last);
      let item = companion;
      if (item < 0) {
        shelf = this.#nextShelf(shelf, day);
        item = this.#nextPiece(shelf, last);
      }
      this.#write(item, KIND_CODE.view, 1);
      this.#consider(item, companion >= 0, day);
      last = item;
    }
  }

  /** Nothing once the visit is over. */
  #write(item: number, kind: number, quantity: number): void {
    if (this.#left === 0) return;
    this.#left--;
    this.#diary.write(this.#user, item, kind, this.#clock, quantity);
    this.#clock += 1000 * (12 + this.#rng.int(140));
  }

  /** After a look: like it, put it in the basket, buy it. More often the nearer it is to their taste. */
  #consider(item: number, asCompanion: boolean, day: number): void {
    const rng = this.#rng;
    const liking = this.#liking(item);
    if (rng.next() < 0.05 + 0.2 * liking) {
      this.#write(item, KIND_CODE.like, 1);
      this.#wanted.push(item);
    }
    if (rng.next() >= 0.09 + 0.13 * liking + (asCompanion ? 0.15 : 0)) return;
    this.#write(item, KIND_CODE.cart, 1);
    if (this.#companions[item * COMPANIONS]! >= 0) this.#unfitted.push(item);
    if (rng.next() >= 0.65) {
      this.#wanted.push(item);
      return;
    }
    const { lasts } = this.#traits.shelves[this.#traits.shelf[item]!]!.type;
    this.#write(item, KIND_CODE.purchase, lasts === undefined ? 1 : 1 + rng.int(3));
    if (lasts !== undefined) this.#refills.push({ item, due: day + lasts });
  }

  /** What is used up by now is put in the basket and bought, without much looking. */
  #refill(day: number): void {
    for (const refill of this.#refills) {
      if (refill.due > day || this.#rng.next() > REFILL) continue;
      this.#write(refill.item, KIND_CODE.cart, 1);
      this.#write(refill.item, KIND_CODE.purchase, 1 + this.#rng.int(3));
      refill.due = day + this.#traits.shelves[this.#traits.shelf[refill.item]!]!.type.lasts!;
    }
  }

  /** An accessory of what was just bought or looked at, or −1. */
  #nextCompanion(last: number): number {
    const rng = this.#rng;
    let main = -1;
    if (this.#unfitted.length > 0 && rng.next() < BUY_COMPANION) {
      main = this.#unfitted.at(-1)!;
      if (rng.next() < 0.5) this.#unfitted.pop();
    } else if (last >= 0 && rng.next() < LOOK_AT_COMPANION) {
      main = last;
    }
    return main < 0 ? -1 : this.#companions[main * COMPANIONS + rng.int(COMPANIONS)]!;
  }

  #nextShelf(shelf: number, day: number): number {
    const roll = this.#rng.next();
    if (roll < CHANGE_DEPARTMENT) return this.#drawShelf(this.#drawDepartment(day), day);
    if (roll < CHANGE_DEPARTMENT + CHANGE_SHELF) {
      return this.#drawShelf(this.#traits.shelves[shelf]!.department, day);
    }
    return shelf;
  }

  #nextPiece(shelf: number, last: number): number {
    const rng = this.#rng;
    const roll = rng.next();
    if (roll < LOOK_AGAIN && this.#wanted.length > 0) return this.#wanted[rng.int(this.#wanted.length)]!;
    if (roll > 1 - BY_THE_DOOR) return drawCumulative(rng, this.#door, 0, this.#door.length);
    this.#prepare(shelf);
    const { begin, end } = this.#traits.shelves[shelf]!;
    const item = drawCumulative(rng, this.#pieceSums, begin, end);
    return item === last ? drawCumulative(rng, this.#pieceSums, begin, end) : item;
  }

  #drawDepartment(day: number): number {
    const count = DEPARTMENTS.length;
    let sum = 0;
    for (let d = 0; d < count; d++) {
      sum += this.#shoppers.department[this.#user * count + d]! * this.#departmentSeasons[day * count + d]!;
      this.#scratch[d] = sum;
    }
    return drawCumulative(this.#rng, this.#scratch, 0, count);
  }

  #drawShelf(department: number, day: number): number {
    const begin = this.#shelfBegin[department]!;
    const end = this.#shelfBegin[department + 1]!;
    const seasons = day * this.#shelfWeights.length;
    let sum = 0;
    for (let row = begin; row < end; row++) {
      sum += this.#shelfWeights[row]! * this.#shelfSeasons[seasons + row]!;
      this.#scratch[row - begin] = sum;
    }
    return begin + drawCumulative(this.#rng, this.#scratch, 0, end - begin);
  }

  /** 0 … 1: the weight of the item against the heaviest on its shelf. */
  #liking(item: number): number {
    const shelf = this.#traits.shelf[item]!;
    this.#prepare(shelf);
    const before = item === this.#traits.shelves[shelf]!.begin ? 0 : this.#pieceSums[item - 1]!;
    return (this.#pieceSums[item]! - before) / this.#heaviest[shelf]!;
  }

  #prepare(shelf: number): void {
    if (this.#sumsOf[shelf] === this.#user) return;
    this.#sumsOf[shelf] = this.#user;
    pieceWeights(this.#traits, this.#shoppers, this.#user, shelf, this.#pieceSums);
    const { begin, end } = this.#traits.shelves[shelf]!;
    let heaviest = 0;
    let sum = 0;
    for (let item = begin; item < end; item++) {
      const weight = this.#pieceSums[item]!;
      if (weight > heaviest) heaviest = weight;
      sum += weight;
      this.#pieceSums[item] = sum;
    }
    this.#heaviest[shelf] = heaviest;
  }
}
