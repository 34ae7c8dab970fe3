import { e, r, times, turn } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Vocabulary } from './drawing.ts';

/** A short handle with its ferrule, on a peg by a loop of cord. */
const handle: Layers = [
  '3a M100 22q-12-14 0-16 12 2 0 16',
  'w M91 24q9-10 18 0l4 50H87z',
  'n M88 72h24v9H88z',
  'd M96 80h8v26h-8z',
];
/** A long one, with a grip across its end. */
const longHandle = (grip: boolean): Layers => [
  'w M95 14h10v108H95z',
  ...(grip ? [`w${r(76, 8, 48, 10, 5)}`, '6w M80 14L97 36M120 14L103 36'] : [`W${e(100, 14, 6, 4)}`]),
  'd M93 100h14v24H93z',
];

/** Two blades that cross; `spread` in degrees. */
const shears = (spread: number, left: Layers, right: Layers): Layers => [
  ...turn(-spread, 100, 88, ...left),
  ...turn(spread, 100, 88, ...right),
  `n${e(100, 88, 6)}`,
];

export const gardenTools = (): Vocabulary => ({
  'hand-trowel': {
    'hand trowel': [
      0,
      ...handle,
      'b M76 100h48q6 46-24 76-30-30-24-76z',
      '3d M100 104v62',
      'h M80 104h8q-4 30 4 52-16-22-12-52z',
    ],
    'hand fork': [
      0,
      ...handle,
      'b M72 102q28-10 56 0v12H72zM72 112h9l2 50-4 14-5-14zM95 112h10l-1 54-4 12-4-12zM119 112h9l-2 50-5 14-4-14z',
    ],
    'bulb planter': [
      0,
      `w${r(68, 18, 64, 14, 7)}`,
      '7d M76 30Q74 60 74 84M124 30q2 30 2 54',
      'O M66 84H134L128 164H72z',
      `D${e(100, 84, 34, 8)}`,
      'd M72 158q28 8 56 0l-.500 7q-27.500 8-55 0z',
      '1.500c M70 108h10M70 120h10M71 132h10M71 144h10',
    ],
    dibber: [
      0,
      'w M66 26q0-12 14-12h40q14 0 14 12 0 10-14 10h-12v12H92V36H80q-14 0-14-10z',
      'w M90 46h20v54H90z',
      'b M88 96h24v40L100 176 88 136z',
      '2c M88 106h24M88 118h24M88 130h24',
      'n M87 90h26v8H87z',
    ],
    'hand hoe': [
      0,
      '3a M66 22q-12-14 0-16 12 2 0 16',
      'w M57 24q9-10 18 0l4 66H53z',
      'n M54 88h24v9H54z',
      '8d M66 98Q66 150 104 150q20 0 26-14',
      'b M112 122l38 18-22 36-30-14z',
      'h M116 128l28 14-4 6-28-14z',
    ],
    'weeding knife': [
      0,
      ...handle.slice(0, 3),
      'b M90 80h20v46q0 16 22 16v14q-42 4-42-28z',
      'h M94 84h4v44q0 8 6 14-10-2-10-14z',
    ],
  },
  spade: {
    'digging spade': [
      0,
      ...longHandle(true),
      'b M66 120h68v26q0 22-34 36-34-14-34-36z',
      '3d M100 122v50M62 120h76',
      'h M70 124h8v24q0 10 6 16-14-6-14-16z',
    ],
    'border fork': [
      0,
      ...longHandle(true),
      'b M74 124h52v10H74zM74 132h7v36l-3.500 12-3.500-12zM96 132h8v36l-4 12-4-12zM119 132h7v36l-3.500 12-3.500-12z',
    ],
    'digging fork': [
      0,
      ...longHandle(true),
      'b M64 122h72v11H64zM64 130h8v38l-4 12-4-12zM85 130h8v40l-4 12-4-12zM107 130h8v40l-4 12-4-12zM128 130h8v38l-4 12-4-12z',
    ],
    'long-handled spade': [
      0,
      ...longHandle(false),
      'b M100 112q34 14 32 40-12 24-32 30-20-6-32-30-2-26 32-40z',
      '3d M100 118v56',
    ],
    'soil rake': [
      0,
      ...longHandle(false),
      '4d M100 124L66 150M100 124l34 26',
      `b M44 148h112v10H44z`,
      `d${times(10, (i) => `M${46 + i * 11.5} 156h5l-1 20h-3z`)}`,
    ],
    'push hoe': [
      0,
      ...longHandle(false),
      '5d M100 122L72 148M100 122l28 26',
      'b M62 146h76v22l-38 8-38-8z',
      'h M66 150h68v6H66z',
    ],
  },
  secateurs: {
    secateurs: [
      0,
      ...turn(
        -14,
        100,
        100,
        'M M108 92Q138 72 134 34q-20 4-22 32l-16 24z',
        'm M88 90Q70 52 96 12q22 30 14 76z',
        'h M90 80Q80 52 95 24q4 24 1 58z',
        'B M92 94Q54 120 66 176q10 8 19 0-6-46 24-70z',
        'B M108 94q38 26 26 82-10 8-19 0 6-46-24-70z',
        '-2a M76 170q-6-40 22-66M124 170q6-40-22-66',
        `n${e(100, 94, 8)}`,
        `N${e(100, 94, 3)}`,
      ),
    ],
    'pruning saw': [
      0,
      ...turn(
        -20,
        100,
        100,
        'b M86 96Q70 54 100 12q14 4 16 8Q94 60 114 96z',
        `2d M116 20${times(9, () => 'l-5 4 1 4')}`,
        'q M84 94h34q10 34-2 78-10 8-22 2-14-40-10-80z',
        '2A M96 108q-4 28 4 54M106 108q2 28-2 56',
        `n${e(101, 104, 3.4)}`,
      ),
    ],
    'hedge shears': [
      0,
      ...shears(
        11,
        ['m M96 90L86 6q14-4 20 0l2 84z', 'w M94 92h12l-2 84q-8 6-14 0z', 'q M92 140h12v34q-8 6-14 0z'],
        ['m M92 90L98 6q12-4 18 0L106 90z', 'w M94 92h12l4 84q-8 6-14 0z', 'q M96 140h12l2 34q-8 6-14 0z'],
      ),
    ],
    'flower snips': [
      0,
      ...shears(
        9,
        ['b M94 88L96 26l8 4 2 58z', '8q M92 96Q60 116 74 156q12 16 22-6l4-50'],
        ['b M94 88l2-58 8-4 4 62z', '8q M108 96q32 20 18 60-12 16-22-6l-4-50'],
      ),
      '2F M60 60q10-24 20-34',
      'f M76 28q-12-14 0-24 14 8 4 24z',
    ],
    loppers: [
      0,
      ...shears(
        14,
        ['m M90 88Q74 60 94 26q16 20 14 60z', 'm M94 90h12l-2 40h-8z', 'w M93 120h14l-1 58q-6 5-12 0z'],
        ['M M94 86q4-24 26-34 0 24-12 40z', 'm M94 90h12l-2 40h-8z', 'w M93 120h14l-1 58q-6 5-12 0z'],
      ),
    ],
  },
});
