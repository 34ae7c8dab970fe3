import type { Finish } from './finish.ts';

type Stop = readonly [offset: number, light: number];

/** Light (above 0) and shade (below 0) across a body, from the side of the lamp. */
const ACROSS: Readonly<Record<Finish['shine'], readonly Stop[]>> = {
  matt: [
    [0, 0.1],
    [0.4, 0],
    [0.62, -0.03],
    [1, -0.2],
  ],
  satin: [
    [0, 0.04],
    [0.16, 0.16],
    [0.36, 0.02],
    [0.62, -0.04],
    [1, -0.24],
  ],
  gloss: [
    [0, -0.02],
    [0.13, 0.03],
    [0.15, 0.4],
    [0.2, 0.4],
    [0.23, 0.05],
    [0.58, -0.02],
    [0.9, -0.2],
    [0.95, -0.16],
    [1, -0.08],
  ],
  metal: [
    [0, -0.18],
    [0.12, 0.06],
    [0.25, 0.55],
    [0.33, 0.5],
    [0.42, 0.02],
    [0.62, -0.14],
    [0.82, -0.32],
    [0.93, -0.06],
    [1, -0.2],
  ],
  glass: [
    [0, 0.5],
    [0.06, 0.1],
    [0.15, 0.08],
    [0.17, 0.62],
    [0.24, 0.62],
    [0.26, 0.06],
    [0.7, 0],
    [0.9, -0.08],
    [0.96, 0.22],
    [1, 0.4],
  ],
};

const stopOf = ([offset, light]: Stop): string =>
  light >= 0
    ? `<stop offset="${offset}" stop-color="#fffaee" stop-opacity="${light}"/>`
    : `<stop offset="${offset}" stop-color="#180c04" stop-opacity="${-light}"/>`;

/** Id of the light on a finish; `mirrored`: the drawing is mirrored, and the light must not be. */
export const lightId = (shine: Finish['shine'], mirrored: boolean): string =>
  `hb-${shine}${mirrored ? '-mirrored' : ''}`;

export const SHADOW_ID = 'hb-shadow';
/** A beam of lamplight that fades downwards. */
export const BEAM_ID = 'hb-beam';

const SHINES = Object.keys(ACROSS) as Finish['shine'][];

/** The light of every finish from both sides, the soft shadow on the table, and a beam. */
export const lightDefs = (): string =>
  SHINES.map((shine) => gradient(shine, false) + gradient(shine, true)).join('') +
  `<radialGradient id="${SHADOW_ID}"><stop offset="0" stop-color="#1c1006" stop-opacity=".42"/><stop offset=".55" stop-color="#1c1006" stop-opacity=".24"/><stop offset="1" stop-color="#1c1006" stop-opacity="0"/></radialGradient>` +
  `<linearGradient id="${BEAM_ID}" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#ffdf97" stop-opacity=".9"/><stop offset=".3" stop-color="#ffe2a4" stop-opacity=".55"/><stop offset="1" stop-color="#ffe9bd" stop-opacity=".04"/></linearGradient>`;

function gradient(shine: Finish['shine'], mirrored: boolean): string {
  const [from, to] = mirrored ? [1, 0] : [0, 1];
  return `<linearGradient id="${lightId(shine, mirrored)}" x1="${from}" x2="${to}" y1="0" y2=".18">${ACROSS[shine].map(stopOf).join('')}</linearGradient>`;
}
