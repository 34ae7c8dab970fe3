import { lathe } from '../kit/lathe.ts';
import { motif } from '../kit/motifs/index.ts';
import { at, e, r, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import { jar, motifOf } from './packages.ts';
import type { Contents } from './packages.ts';
import type { Vocabulary } from './drawing.ts';

const SCENTS: Contents = [
  ['lavender', 'lavender'],
  ['goat', 'goat'],
  ['oat', 'oats'],
  ['pine', 'pine'],
  ['cedar', 'cedar'],
  ['seaweed', 'seaweed'],
  ['sea salt', 'wave'],
  ['rose', 'rose'],
  ['charcoal', 'charcoal'],
  ['lemon|bergamot', 'lemon'],
  ['olive', 'olive'],
  ['gardener', 'hand'],
  ['juniper', 'juniper'],
  ['calendula|hay', 'cosmos'],
  ['eucalyptus', 'mint'],
  ['orange', 'orange'],
  ['chamomile', 'daisy'],
  ['magnesium', 'salt'],
];

/** A bottle in a knitted or furry cover; the neck and stopper at the top. */
const stopper: Layers = [`x${r(86, 22, 28, 18, 5)}`, 'x M88 36h24v24H88z'];
const slipper = (dx: number, dy: number, upper: Layers): Layers => at(dx, dy, 1, ...upper);

const pair = (one: Layers): Layers => [...slipper(38, -18, one), ...one];

export const bedAndBathThings = (): Vocabulary => ({
  soap: (sitter) => {
    const name = motifOf({ table: SCENTS, fallback: 'drop' }, sitter.form);
    const bar = (y: number, x = 0): Layers => [
      `b${r(46 + x, y, 108, 40, 13)}`,
      `q M${84 + x} ${y}h32v40h-32z`,
      `c${e(100 + x, y + 20, 19)}`,
      ...motif(name, 100 + x, y + 20, 0.72),
      `h M${54 + x} ${y + 8}q4-4 26-4v4q-16 0-24 4z`,
    ];
    if (sitter.pieces === 3) return [64, ...bar(128), ...bar(90, 4), ...bar(52, -3)];
    const dish: Layers = [`w${r(32, 150, 136, 12, 6)}`, 'W M48 160h14v8H48zM138 160h14v8h-14z'];
    return sitter.way('paper', 2) === 0
      ? [
          64,
          ...dish,
          `p${r(46, 100, 108, 52, 22)}`,
          `b${r(46, 100, 108, 52, 22)}`,
          ...motif(name, 100, 126, 0.95),
          'h M56 114q6-10 30-10v5q-18 0-26 8z',
          `h${e(146, 84, 9)}${e(160, 66, 5)}${e(130, 72, 4)}`,
        ]
      : [60, ...dish, ...bar(110), ...motif('sprig', 156, 134, 0.7)];
  },
  'hot-water-bottle': {
    'hot-water bottle': [
      46,
      ...stopper,
      'B M82 58h36q28 6 30 34v48q0 28-30 28H82q-30 0-30-28V92q2-28 30-34z',
      `q${r(78, 52, 44, 13, 6)}`,
      's M120 60q26 8 28 32v48q0 28-30 28h-6q22-50 8-108z',
      '3a M58 146q42 10 84 0',
    ],
    'long hot-water bottle': [
      0,
      'x M90 8h20q4 0 4 4v10H86V12q0-4 4-4z',
      'k M92 22h16v14H92z',
      'B M82 44Q84 32 100 32t18 12q14 4 14 20v104q0 16-16 16H84q-16 0-16-16V64q0-16 14-20z',
      `q${r(78, 46, 44, 12, 6)}`,
      '3a M84 58l-8 22M116 58l8 22',
      `2d${times(5, (i) => `M${80 + i * 10} 66v112`)}`,
      `q${e(76, 82, 5)}${e(124, 82, 5)}`,
    ],
    'hot-water bottle with pocket': [
      46,
      ...stopper,
      'B M82 58h36q28 6 30 34v48q0 28-30 28H82q-30 0-30-28V92q2-28 30-34z',
      `q${r(78, 52, 44, 13, 6)}`,
      'b M54 116q46 12 92 0v26q0 26-28 26H82q-28 0-28-26z',
      '3a M54 116q46 12 92 0',
      'i M86 92h28v26q-14 4-28 0z',
      '2u M92 100h16M92 107h12',
    ],
  },
  'bath-salts': jar({ table: SCENTS, fallback: 'salt' }, 'cork'),
  slippers: {
    slippers: [
      76,
      ...pair([
        'd M8 152q-2 12 12 14 60 4 110-4v-8q-60 8-122-2z',
        'b M12 154q-4-40 34-42 14 20 70 32 12 6 2 12-78 14-106-2z',
        'c M18 124q12-14 30-12 6 8 18 16-28-2-40 14-10-6-8-18z',
      ]),
    ],
    'slipper boots': [
      76,
      ...pair([
        'D M14 154h112q4 12-6 14H18q-8-4-4-14z',
        'b M22 70h50l4 54q42 6 50 30H16q-4-40 6-84z',
        'c M18 62q28-10 58 0 6 12 0 20-30 8-58 0-6-10 0-20z',
        'C M18 78q28 10 58 0v5q-30 8-58 0z',
        '-2a M74 128q-6 10-4 24',
      ]),
    ],
    'slip-on mules': [
      76,
      ...pair([
        'w M8 154q-2 12 10 12h108q8-6 2-12z',
        'c M10 146q50 8 116 4l2 6H10z',
        'b M44 148Q50 110 78 112q44 18 52 38-44 6-86-2z',
        '-2a M50 144q6-24 26-26',
        `n${e(88, 126, 4)}`,
      ]),
    ],
    clogs: [
      76,
      ...pair([
        'w M10 146q0 22 14 20 12-2 18-6 8 8 34 6h46q10-8 4-18z',
        'b M12 148q-2-26 18-30 12 8 26 4 8-18 26-16 42 8 46 42-60 10-116 0z',
        'D M18 132q10-14 32-4 4-4 8-8-8 16-4 22-22 2-36-10z',
        `n${times(5, (i) => e(30 + i * 22, 150, 1.8))}`,
      ]),
    ],
  },
  'laundry-basket': {
    'laundry basket': [
      60,
      'c M56 84q-6-30 24-34 8-14 30-8 24-2 30 18 14 6 8 26z',
      'u M60 84q10-26 34-22 10 6 12 24zM112 84q2-20 22-20 12 6 10 22z',
      `O${lathe(100, '84:56 168:46')}`,
      'D M68 104h22q4 8 0 10H70q-4-4-2-10zM110 104h22q2 6-2 10h-20q-4-4 0-10z',
      'l M42 80q58 16 116 0v9q-58 16-116 0z',
    ],
    'lidded hamper': [
      52,
      `O${lathe(100, '64:46 168:42')}`,
      `O${lathe(100, '46:34 )54:50 68:50')}`,
      `l${e(100, 48, 44, 9)}`,
      `w${r(92, 34, 16, 10, 4)}`,
      'q M54 112q46 10 92 0v8q-46 10-92 0z',
    ],
    'washing basket': [
      80,
      'i M40 112q10-34 44-30 30-14 52 8 22 0 26 22z',
      'v M60 112q10-20 30-18 10 8 8 18z',
      'u M112 112q8-22 28-16 8 8 6 16z',
      'B M16 110H184L166 160q-4 8-12 8H46q-8 0-12-8z',
      'l M12 104h176v10H12z',
      'D M34 126q-2-6 4-6h18q6 0 6 6zM138 126q-2-6 4-6h18q6 0 6 6z',
    ],
  },
});
