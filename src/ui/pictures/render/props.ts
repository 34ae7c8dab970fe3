import type { Sitter } from '../drawings/drawing.ts';

/** Company for a still life: one quiet thing behind it, in a soft tone, at the side where there is room. */
type Prop = string;

const SOFT = 'rgb(58 36 18 / 0.2)';
const SOFTER = 'rgb(58 36 18 / 0.13)';
const LIGHT = 'rgb(255 247 228 / 0.22)';

/** Each stands on 0 at y = 0, about 40 wide, drawn about x = 0. */
const lemon = `<path d="M-17-13q-3-2-2-5 3-1 5 1 12-12 27 0 3 3 6 3 1 4-3 6-8 10-18 9-11-1-15-14z" fill="${SOFT}"/>`;
const cup = `<path d="M-17-30H15V-8q0 8-8 8H-9q-8 0-8-8zM15-25q12-2 11 7-2 8-12 8v-4q7 0 7-5 0-5-6-3z" fill="${SOFT}"/>`;
const bottle = `<path d="M-6-84H6v26q10 8 10 22V-6q0 6-6 6h-20q-6 0-6-6v-30q0-14 10-22z" fill="${SOFTER}"/>`;
const sprig = `<path d="M0 0Q-2-40 8-70M0-20q-16-4-18-18 16 2 18 18zM2-34q14-2 18-16-16 0-18 16zM1-48q-14-4-14-18 14 4 14 18zM5-56q12-4 13-16-12 4-13 16z" fill="${SOFTER}" stroke="${SOFTER}" stroke-width="2"/>`;
const books = `<path d="M-26-10H22V0H-26z" fill="${SOFT}"/><path d="M-20-20H26v10H-20z" fill="${SOFTER}"/><path d="M-26-31H14v11H-26z" fill="${SOFT}"/>`;
const potPlant = `<path d="M-16-26H16L12 0h-24z" fill="${SOFT}"/><path d="M0-26Q-20-40-18-62 0-54 0-26 2-60 20-70 24-44 0-26z" fill="${SOFTER}"/>`;
const jar = `<path d="M-12-50H12v8q6 3 6 10V-5q0 5-5 5h-26q-5 0-5-5v-27q0-7 6-10z" fill="${SOFTER}"/>`;
const ball = `<circle cy="-14" r="14" fill="${SOFT}"/>`;
const stones = `<path d="M-24 0q-4-14 10-16 16 0 14 16zM2 0q0-10 12-10 10 0 10 10z" fill="${SOFT}"/>`;
const offcut = `<path d="M-28-12L10-22 32-14V0H-28z" fill="${SOFT}"/>`;
const candle = `<path d="M-7-52H7V-6H-7z" fill="${SOFTER}"/><path d="M-16-6H16V0H-16z" fill="${SOFT}"/><path d="M0-56q-7-8 0-18 7 10 0 18z" fill="${LIGHT}"/>`;
const towels = `<path d="M-28-14H24q6 0 6 7t-6 7H-28q-6-1-6-7t6-7z" fill="${SOFT}"/><path d="M-24-28H26q6 0 6 7t-6 7H-24q-6-1-6-7t6-7z" fill="${SOFTER}"/>`;
const bowl = `<path d="M-26-24H26Q24-2 8 0H-8Q-24-2-26-24z" fill="${SOFT}"/>`;
const apple = `<path d="M0-22q-6-6-13-1-8 8 0 18 6 8 13 4 7 4 13-4 8-10 0-18-7-5-13 1zM0-22q0-7 5-10" fill="${SOFT}" stroke="${SOFT}" stroke-width="1.500"/>`;

const BY_DEPARTMENT: Readonly<Record<string, readonly Prop[]>> = {
  Kitchen: [lemon, bottle, sprig, jar, bowl, apple],
  Table: [bottle, sprig, lemon, candle, cup, apple],
  Pantry: [lemon, sprig, bowl, apple, jar, cup],
  Garden: [potPlant, sprig, stones, potPlant],
  Outdoors: [stones, sprig, stones],
  Books: [cup, candle, sprig, books, apple],
  'Bed & Bath': [towels, sprig, candle, jar],
  'Living Room': [books, sprig, candle, cup, bowl],
  Clothing: [books, sprig, candle],
  Workshop: [offcut, jar, offcut, books],
  Play: [ball, books, apple],
  Desk: [cup, books, sprig, candle],
};

/** More than this of half-width, and a thing leaves no room for company. */
const WIDEST = 64;

/** `cast`: half-width of the thing. '' where there is no room, and for every third thing, which stands alone. */
export function propFor(department: string, cast: number, sitter: Sitter): string {
  const props = BY_DEPARTMENT[department];
  if (!props || cast > WIDEST || sitter.way('alone', 3) === 0) return '';
  const side = sitter.way('company', 2) === 0 ? -1 : 1;
  const x = 100 + side * Math.min(84, cast + 26 + sitter.way('apart', 8));
  return `<g transform="translate(${x} 158)">${props[sitter.way('prop', props.length)] ?? ''}</g>`;
}
