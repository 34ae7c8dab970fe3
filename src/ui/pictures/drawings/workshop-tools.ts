import { at, e, r, times, turn } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Vocabulary } from './drawing.ts';

/** Tools hang on a board with pegs. */
const board: Layers = [
  `w${r(8, 8, 184, 184, 8)}`,
  `s${times(16, (i) => e(36 + (i % 4) * 43, 36 + Math.floor(i / 4) * 43, 2.4))}`,
];
const hung = (...layers: Layers): readonly [number, ...Layers] => [0, ...board, ...layers];
const leaning = (degrees: number, ...layers: Layers): readonly [number, ...Layers] =>
  hung(...turn(degrees, 100, 100, ...layers));

const chisel = (x: number, width: number, tip: string): Layers => [
  `b M${x - width / 2} 92h${width}v52${tip}z`,
  `h M${x - width / 2} 92h3v52h-3z`,
  `n${r(x - 9, 84, 18, 10, 2)}`,
  `t M${x - 12} 34q2-14 12-14t12 14l-4 52h-16z`,
  `s M${x + 3} 22q8 2 9 12l-4 52h-6z`,
  `q M${x - 11} 44h22v7h-22z`,
];
const driver = (x: number, blade: Layers): Layers => [
  ...blade,
  `q M${x - 14} 40q0-18 14-18t14 18l-5 54h-18z`,
  `2A M${x - 6} 44l2 44M${x + 6} 44l-2 44`,
];
const shaft = (x: number, tip: string, top = 92, foot = 158): string =>
  `b M${x - 3.5} ${top}h7v${foot - top}${tip}z`;

const teeth = (x: number, y: number, count: number, dx: number, dy: number): string =>
  `2s M${x} ${y}${times(count, () => `l${dx / 2} ${dy / 2 - 3}l${dx / 2} ${dy / 2 + 3}`)}`;

export const workshopTools = (): Vocabulary => ({
  hammer: {
    hammer: leaning(
      18,
      'q M90 66h20l5 104q0 8-15 8t-15-8z',
      's M104 66h6l5 104q0 8-9 8 4-56-2-112z',
      'b M60 32h66v34H60q-8-17 0-34z',
      'b M124 34q30-2 48 24-26-6-48 6z',
      'd M50 29h14v40H50q-6-20 0-40z',
    ),
    mallet: leaning(
      -14,
      'w M90 84h20l4 88q0 8-14 8t-14-8z',
      'B M44 26q56-10 112 0l-6 62q-50-8-100 0z',
      'd M44 26q56-10 112 0v8q-56-10-112 0z',
      's M124 24l32 2-6 62-26-4z',
    ),
    'tack hammer': leaning(
      22,
      'q M94 62h12l4 108q0 6-10 6t-10-6z',
      'b M72 38h36v24H72q-4-12 0-24z',
      'b M106 40q34 0 56 10-26 10-56 8z',
      'd M64 34h10v32H64q-4-16 0-32z',
    ),
    "joiner's hammer": leaning(
      -18,
      'q M90 66h20l6 104q0 8-16 8t-16-8z',
      's M104 66h6l6 104q0 8-10 8 4-56-2-112z',
      'b M72 30h62v36H72z',
      'b M74 30L46 44v8l28 14z',
      'd M134 27h14v42h-14z',
    ),
  },
  screwdrivers: {
    screwdriver: leaning(20, ...driver(100, [shaft(100, 'l3 10-3 8h-7l-3-8 3-10')])),
    'set of screwdrivers': hung(
      'W M24 74h152v16H24z',
      ...driver(54, [shaft(54, 'l2 8-2 6h-7l-2-6 2-8')]),
      ...driver(100, [shaft(100, 'l-3.500 12-3.500-12')]),
      ...driver(146, [shaft(146, 'l4 8-4 4h-7l-4-4 4-8', 92, 146)]),
    ),
    'stubby screwdriver': leaning(
      -16,
      'b M95 112h10v34l4 10-4 8H95l-4-8 4-10z',
      'q M72 62q0-32 28-32t28 32l-8 46q-20 8-40 0z',
      '3A M88 44l4 58M112 44l-4 58M100 40v64',
      `n${r(90, 106, 20, 10, 2)}`,
    ),
    'ratchet screwdriver': leaning(
      20,
      shaft(100, 'l3 10-3 6h-7l-3-6 3-10'),
      'q M84 42q0-22 16-22t16 22v34H84z',
      '2A M94 30v44M106 30v44',
      `m${r(82, 74, 36, 18, 4)}`,
      `2M${times(6, (i) => `M${87 + i * 5.2} 76v14`)}`,
      `x${r(94, 80, 12, 7, 2)}`,
    ),
    bradawl: leaning(
      14,
      'b M96 104h8l-4 62z',
      'q M76 56q0-26 24-26t24 26q0 18-16 28l-2 20H94l-2-20Q76 74 76 56z',
      's M112 34q12 6 12 22 0 18-16 28l-2 20h-4q4-24 8-36 4-20 2-34z',
      `n${r(92, 98, 16, 8, 2)}`,
    ),
    'set of hex keys': hung(
      'q M30 104h140v44q0 8-8 8H38q-8 0-8-8z',
      ...[0, 1, 2, 3, 4].map((i) => `${9 - i}b M${46 + i * 25} 108V${34 + i * 12}q0-8 8-8h${14 - i}`),
      'A M30 104h140v10H30z',
      `n${e(100, 136, 5)}`,
    ),
    'bit driver': [
      60,
      ...turn(
        -24,
        100,
        130,
        `q${r(20, 108, 78, 36, 14)}`,
        '2A M34 114v24M46 112v28M58 112v28',
        `m${r(98, 116, 26, 20, 3)}`,
        'b M124 121h34l8 5-8 5h-34z',
      ),
      `w${r(64, 148, 112, 20, 4)}`,
      ...[80, 98, 116, 134, 152].map((x) => `b M${x} 150v-14l4-6 4 6v14z`),
      's M64 160h112v8H64z',
    ],
  },
  'hand-saw': {
    'hand saw': [
      0,
      ...turn(
        -8,
        100,
        100,
        'b M4 122L124 62l18 52-124 22z',
        teeth(18, 138, 14, 8.8, -1.6),
        'h M14 120L124 66l2 6L18 126z',
        'w M120 56q30-24 56-4 18 18 8 46-14 24-36 18l-16-8z',
        'W M142 70q18-8 28 4 6 16-4 28-8 6-14 0z',
        `n${e(132, 72, 4)}${e(146, 104, 4)}`,
      ),
    ],
    'tenon saw': [
      0,
      'b M10 80H140v48H10z',
      'n M8 72h134v13H8z',
      teeth(12, 130, 16, 8, 0),
      'h M12 92h126v5H12z',
      'w M136 62q34-10 50 10 10 24-4 50-20 20-40 10l-6-14z',
      'W M152 84q16-6 20 6 2 14-8 24-8 2-10-4z',
      `n${e(146, 80, 3.6)}${e(146, 116, 3.6)}`,
    ],
    'pull saw': [
      0,
      ...turn(
        -24,
        100,
        100,
        'b M4 86h112v24L4 122z',
        teeth(6, 124, 14, 8, -0.9),
        'h M8 90h106v5H8z',
        'w M114 84h72q10 0 10 12t-10 12h-72z',
        `2T${times(9, (i) => `M${120 + i * 8} 84l6 24`)}`,
      ),
    ],
    'coping saw': [
      0,
      '8m M36 138V52q0-16 16-16h96q16 0 16 16v86',
      '2b M30 138H170',
      teeth(34, 138, 22, 6, 0),
      `n${e(36, 138, 5)}${e(164, 138, 5)}`,
      'w M28 142h16l2 40q-10 8-20 0z',
    ],
    'bow saw': [
      0,
      'w M24 26h14l8 128H24zM176 26h-14l-8 128h22z',
      'W M36 84h128v10H36z',
      '3y M30 32H170M32 36H168',
      'w M94 30h10v58H94z',
      '3b M26 150H174',
      teeth(28, 152, 24, 6, 0),
    ],
  },
  'hand-plane': {
    'block plane': [
      66,
      'B M36 132H164v26q0 10-10 10H46q-10 0-10-10z',
      'd M36 158h128q0 10-10 10H46q-10 0-10-10z',
      'm M84 132L120 104l10 6-18 22z',
      'b M112 132q4-34 34-32 16 4 18 32z',
      `n${e(60, 124, 12, 11)}`,
      'y M24 150q-14-10-4-20 8 4 2 10 10 0 8 8z',
    ],
    'smoothing plane': [
      78,
      'B M20 138H180v20q0 10-10 10H30q-10 0-10-10z',
      'd M20 158h160q0 10-10 10H30q-10 0-10-10z',
      'm M86 138L112 72l14 4-20 62z',
      'w M128 138q0-24 12-38 4-24 20-20 14 6 8 24-8 16-2 34z',
      `w${e(50, 116, 16)}`,
      'W M42 126h16l2 12H40z',
      `n${e(110, 98, 6)}`,
    ],
    'jack plane': [
      88,
      'B M6 142H194v16q0 10-10 10H16q-10 0-10-10z',
      'd M6 158h188q0 10-10 10H16q-10 0-10-10z',
      'm M90 142L114 78l14 4-18 60z',
      'w M136 142q0-22 12-36 4-22 20-18 14 6 8 22-8 14-2 32z',
      `w${e(44, 122, 15)}`,
      'W M36 132h16l2 10H34z',
      `n${e(113, 104, 6)}`,
      'y M80 138q-18-16-8-34 14 0 10 12-8-2-8 6 12 0 14 12z',
    ],
    'shoulder plane': [
      66,
      'B M30 168V132q0-14 20-20l62-28q30-6 44 14 14 14 14 36v34z',
      'd M30 158h140v10H30z',
      'm M78 168L126 76l12 4-42 88z',
      'w M112 104l36-14 4 12-34 22z',
      `n${e(66, 140, 7)}`,
      's M120 168q-4-40 36-66 14 14 14 32v34z',
    ],
    spokeshave: [
      84,
      'w M8 130q4-14 24-10l44 16v18L30 146q-20-2-22-16zM192 130q-4-14-24-10l-44 16v18l46-8q20-2 22-16z',
      'B M66 130h68v34H66z',
      'm M76 124h48v26H76z',
      `n${e(90, 136, 4)}${e(110, 136, 4)}`,
      'd M66 156h68v8H66z',
      'y M100 168q-20 6-30 0 10-8 30 0z',
    ],
  },
  chisels: {
    'bench chisel': leaning(16, ...chisel(100, 20, 'l-20 22v-22')),
    'mortise chisel': leaning(-14, ...chisel(100, 13, 'l-13 24v-24'), `m${r(86, 20, 28, 9, 3)}`),
    'paring chisel': leaning(18, ...at(0, 6, [1, 1.08], ...chisel(100, 16, 'l-16 14v-14'))),
    gouge: leaning(-16, ...chisel(100, 22, 'q-11 26-22 0'), 's M100 100h6v52h-6z'),
    'skew chisel': leaning(14, ...chisel(100, 22, 'l-22 26v-26'), 'm M89 144h22l-22 26z'),
    'carving chisel': hung(
      ...at(-44, 0, 1, ...chisel(100, 10, 'q-5 22-10 0')),
      ...chisel(100, 18, 'q-9 28-18 0'),
      ...at(44, 0, 1, ...chisel(100, 14, 'l-7 22-7-22')),
    ),
  },
});
