import { e, r, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Sitter, Vocabulary } from './drawing.ts';

const bed: Layers = [
  `w${r(14, 40, 172, 92, 10)}`,
  `s${r(14, 112, 172, 20, 4)}`,
  'w M18 150h12v24H18zM170 150h12v24h-12z',
];
const pillow = (x: number, w: number, paint: string): string =>
  `${paint} M${x} 92q2-18 ${w / 2 - 2}-18t${w / 2} 18q4 10-2 18H${x + 2}q-6-8-2-18z`;
const duvet = 'M16 112Q100 92 184 112v48q0 10-10 10H26q-10 0-10-10z';
const folds = 's M56 124q-6 22 0 46h-9q-4-24 2-42zM148 126q6 20 2 44h9q2-24-4-42z';
/** A folded cloth from its front: a rounded edge with its fold to the left. */
const fold = (y: number, h: number, paint: string, x = 34, w = 132): Layers => [
  `${paint} M${x + h / 2} ${y}h${w - h}q${h / 2} 0 ${h / 2} ${h / 2}t${-h / 2} ${h / 2}H${x + h / 2}q${-h / 2} 0 ${-h / 2} ${-h / 2}t${h / 2} ${-h / 2}z`,
  `s M${x + h / 2} ${y + h - 4}h${w - h}v4h${h - w}z`,
];
const rail: Layers = ['5w M22 36H178', `W${e(22, 36, 7)}${e(178, 36, 7)}`];
/** One thing over the back of a chair. */
const draped = (inside: Layers, edge: Layers): Layers => [
  '7w M44 20V176M156 20V176M44 30H156M44 130H156',
  ...inside,
  ...edge,
];
const large = ({ size }: Sitter): boolean => /large|king|double/u.test(size);

const blanketForms = {
  folded: (s: Sitter): Layers => [
    ...fold(140, 28, 'b'),
    ...fold(112, 28, 'l'),
    ...fold(large(s) ? 78 : 90, large(s) ? 34 : 22, 'B'),
  ],
};

export const bedAndBathCloths = (): Vocabulary => ({
  'duvet-cover': {
    'duvet cover': [
      84,
      ...bed,
      pillow(36, 56, 'c'),
      pillow(108, 56, 'c'),
      `B${duvet}`,
      'l M16 112Q100 92 184 112v13q-84-19-168 0z',
      folds,
    ],
    'duvet set': [
      84,
      ...bed,
      pillow(32, 60, 'B'),
      pillow(108, 60, 'B'),
      'q M72 104q2-20 28-20t28 20v12H72z',
      `B${duvet}`,
      'q M16 112Q100 92 184 112v13q-84-19-168 0z',
      folds,
    ],
    'buttoned duvet cover': [
      84,
      ...bed,
      pillow(36, 56, 'c'),
      pillow(108, 56, 'c'),
      `B${duvet}`,
      'l M16 112Q100 92 184 112v13q-84-19-168 0z',
      'd M16 150q84 10 168 0v8q-84 10-168 0z',
      `a${times(6, (i) => e(34 + i * 26, 155 + (i > 0 && i < 5 ? 3 : 0), 3.4))}`,
    ],
  },
  pillowcase: {
    pillowcase: [
      80,
      'B M24 100q-6-16 0-22 76 12 152 0 6 8 0 24-5 28 0 52 4 14-4 18-72-12-144 0-8-6-2-20 5-24-2-52z',
      's M40 88q16 26 10 68l-12 4q12-38 2-72zM156 88q-14 26-8 66l12 4q-10-36-4-70z',
      '3a M160 84q-10 38 4 80',
    ],
    'pair of pillowcases': [
      80,
      'd M34 76q-6-14 0-20 66 10 132 0 6 8 0 22-4 22 0 42 4 12-4 14-62-10-124 0-8-4-2-16 4-20-2-42z',
      'B M24 112q-6-14 0-20 76 12 152 0 6 8 0 22-5 22 0 40 4 12-4 16-72-12-144 0-8-4-2-18 5-20-2-40z',
      '3a M160 98q-10 32 4 64M152 60q-8 14-6 28',
    ],
    'scalloped pillowcase': [
      80,
      `q${times(12, (i) => e(28 + i * 13, 84, 9))}${times(12, (i) => e(28 + i * 13, 162, 9))}${times(6, (i) => e(22, 92 + i * 12.6, 9))}${times(6, (i) => e(178, 92 + i * 12.6, 9))}`,
      'B M28 86q72 8 144 0 8 36 0 74-72-8-144 0-8-38 0-74z',
      's M44 92q14 26 8 60l-10 4q10-34 2-64z',
      '-2a M36 92q64 8 128 0M36 154q64-8 128 0',
    ],
    'bolster case': [
      84,
      'd M176 108q-10 24 0 48l12 10q6-34 0-66z',
      'B M28 104H172q12 26 0 56H28q-14-28 0-56z',
      'd M28 104q-14 28 0 56l-12 8q-12-36 0-72z',
      '4a M34 104q-12 28 0 56M166 104q12 28 0 56',
      `q${e(14, 132, 5)}`,
    ],
  },
  blanket: {
    blanket: (s) => [70, ...blanketForms.folded(s), 'a M140 90h8v22h-8z'],
    'waffle blanket': (s) => [
      70,
      ...blanketForms.folded(s),
      `2s${times(12, (i) => `M${46 + i * 10} 92v74`)}${times(8, (i) => `M38 ${98 + i * 9}h124`)}`,
    ],
    'blanket with fringe': [
      0,
      ...draped(
        ['B M50 34h100v118H50z', 'd M50 30h100v9H50z', 's M76 42q6 60 0 110h-9q6-60 0-110z'],
        [`4a${times(13, (i) => `M${54 + i * 7.7} 152v13`)}`],
      ),
    ],
    'baby blanket': [
      60,
      ...fold(142, 26, 'b', 44, 112),
      ...fold(116, 26, 'B', 44, 112),
      'q M56 130h88v7H56z',
      'c M78 116q-4-30 22-32 26 2 22 32-22 8-44 0z',
      'c M80 92q-12-14-4-24 10 2 12 18zM120 92q12-14 4-24-10 2-12 18z',
      `k${e(92, 100, 2.4)}${e(108, 100, 2.4)}`,
      'v M96 106h8l-4 4z',
    ],
  },
  quilt: {
    quilt: [
      0,
      ...rail,
      'B M36 38H164V164q-64 8-128 0z',
      '2d M68 42v124M100 42v126M132 42v124M36 72h128M36 104h128M36 136h128',
      'd M36 36h128v6H36z',
      '3a M36 163q64 8 128 0',
    ],
    'patchwork quilt': [
      0,
      ...rail,
      'b M36 38H164V166H36z',
      `q${times(8, (i) => `M${36 + (i % 2) * 64 + (Math.floor(i / 2) % 2) * 32} ${38 + Math.floor(i / 2) * 32}h32v32h-32z`)}`,
      `c${times(8, (i) => `M${36 + ((i * 3) % 4) * 32} ${38 + Math.floor(i / 2) * 32}l32 32h-32z`)}`,
      'B M68 70h32v32H68zM132 70h32v32h-32zM36 134h32v32H36zM100 134h32v32h-32z',
      '-1s M36 70h128M36 102h128M36 134h128M68 38v128M100 38v128M132 38v128',
    ],
    bedspread: [
      84,
      ...bed,
      `B M12 104Q16 84 100 82t88 22v56q0 10-10 10H22q-10 0-10-10z`,
      'l M34 92q66-14 132 0v12q-66-16-132 0z',
      `2d${times(7, (i) => `M${30 + i * 23} 94q-4 40 0 74`)}M14 126q86-16 172 0M14 150q86-14 172 0`,
      '3a M14 164q86 10 172 0',
    ],
    'summer quilt': [
      0,
      ...draped(
        [
          'B M34 30Q100 22 166 30V154Q100 162 34 154z',
          'd M34 30Q100 22 166 30V40Q100 32 34 40z',
          `1.500d${times(5, (i) => `M${56 + i * 22} 36v120`)}${times(5, (i) => `M34 ${58 + i * 20}q66 8 132 0`)}`,
        ],
        ['4a M34 154Q100 162 166 154'],
      ),
    ],
  },
});
