import { motif } from '../kit/motifs/index.ts';
import { at, e, placed, r, turn } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Drawing, Sitter, Vocabulary } from './drawing.ts';

const medium =
  (inside: (s: Sitter) => Layers, cast = 74): Drawing =>
  (s) => [cast, ...inside(s)];
const HUES = ['v', 'o', 'y', 'f', 'u', 'j'] as const;
const openTin = (contents: Layers): Layers => [
  'l M28 92L42 46h120l12 46z',
  's M40 60h124l4 16H36z',
  'b M22 92h156v66q0 10-10 10H32q-10 0-10-10z',
  `c${r(30, 100, 140, 58, 4)}`,
  ...contents,
];
const stick = (x: number, top: number, paint: string, tip: string): Layers => [
  `${paint} M${x - 7} 128V${top}${tip}V128z`,
  `s M${x + 2} ${top + 6}h5v${122 - top}h-5z`,
];
const tub = (x: number, paint: string): Layers => [
  `i M${x - 20} 122h40l-3 46h-34z`,
  `${paint} M${x - 19} 134h38l-1.500 20h-35z`,
  `x${r(x - 22, 112, 44, 12, 4)}`,
];
const tube = (x: number, paint: string, turned: number): Layers =>
  turn(
    turned,
    x,
    130,
    `m M${x - 9} 88h18l2 50h-22z`,
    `${paint} M${x - 10} 104h20l1 26h-22z`,
    `k${r(x - 6, 138, 12, 12, 2)}`,
    `m M${x - 11} 84h22v6h-22z`,
  );
/** A tube that stands on its cap. */
const inkTube = (x: number, paint: string): Layers => [
  `k${r(x - 9, 148, 18, 20, 3)}`,
  `i M${x - 15} 76h30l-4 68q-11 8-22 0z`,
  `${paint} M${x - 14} 94h28l-2.500 40h-23z`,
  `m M${x - 16} 68h32v10h-32z`,
  `h M${x - 9} 80h4l1 62h-3z`,
];
const row = (make: (x: number, paint: string, i: number) => Layers, from: number, step: number): Layers =>
  HUES.flatMap((paint, i) => make(from + i * step, paint, i));
const cartonWith = (contents: Layers): Layers => [
  ...contents,
  'B M36 122h128v46H36z',
  'd M36 122h128v8H36z',
  'q M60 136h80v22H60z',
  '2p M74 143h52M84 151h32',
];

export const playPaints = (): Vocabulary => ({
  'paint-set': {
    'watercolour set': medium(() => [
      ...openTin([
        ...row(
          (x, paint) => [
            `i${r(x - 10, 104, 20, 22, 3)}`,
            `${paint}${r(x - 8, 106, 16, 18, 2)}`,
            `h${e(x - 3, 111, 3)}`,
          ],
          44,
          22,
        ),
        'C M36 132h128v20H36z',
        '5w M44 142H120',
        'm M120 139h12v6h-12z',
        'k M132 139q14-1 20 3-6 4-20 3z',
      ]),
    ]),
    'box of crayons': medium(
      () => cartonWith(row((x, paint, i) => stick(x, 76 + (i % 3) * 7, paint, 'l7-16 7 16'), 52, 19)),
      68,
    ),
    'coloured pencil set': medium(
      () =>
        cartonWith(
          row(
            (x, paint, i) => [
              ...stick(x, 66 + (i % 2) * 6, paint, 'h14'),
              `w M${x - 7} ${66 + (i % 2) * 6}l7-22 7 22z`,
              `${paint} M${x - 2.5} ${52 + (i % 2) * 6}l2.500-8 2.500 8z`,
            ],
            52,
            19,
          ),
        ),
      68,
    ),
    'poster paint set': medium(
      () => [
        ...['v', 'y', 'u', 'f'].flatMap((paint, i) => placed(36 + i * 43, 168, 1, 168, ...tub(100, paint))),
        '5w M128 100L176 48',
        'k M118 112l8-14 8 6z',
      ],
      84,
    ),
    'chalk set': medium(
      () =>
        cartonWith(
          row(
            (x, paint, i) => [
              ...stick(x, 84 + (i % 2) * 8, paint, 'h14'),
              `i${e(x, 84 + (i % 2) * 8, 7, 3)}`,
              `h M${x - 7} 86h14v40h-14z`,
            ],
            52,
            19,
          ),
        ),
      68,
    ),
    'modelling clay set': medium(
      () => [
        ...HUES.flatMap((paint, i) => [
          `${paint}${r(20 + (i % 3) * 56, 138 - Math.floor(i / 3) * 30, 50, 28, 7)}`,
          `2s M${32 + (i % 3) * 56} ${140 - Math.floor(i / 3) * 30}v24M${46 + (i % 3) * 56} ${140 - Math.floor(i / 3) * 30}v24`,
          `h M${24 + (i % 3) * 56} ${141 - Math.floor(i / 3) * 30}h42v3h-42z`,
        ]),
        ...at(
          100,
          92,
          1,
          'o M-14 14q-4-20 14-20t14 20z',
          'o M-13-4l-2-10 8 4zM13-4l2-10-8 4z',
          `k${e(-5, 2, 1.6)}${e(5, 2, 1.6)}`,
        ),
      ],
      82,
    ),
    'gouache set': medium(() => [
      ...openTin(
        row(
          (x, paint) =>
            at(
              x,
              128,
              [0.86, 0.78],
              ...tube(0, paint, 0).map((layer) =>
                typeof layer === 'string' ? layer.replace('rotate(0 0 130)', 'translate(0 -118)') : layer,
              ),
            ),
          45,
          22,
        ),
      ),
    ]),
    'wax pastel set': medium(() => [
      ...openTin(
        row(
          (x, paint) => [
            `${paint}${r(x - 8, 104, 16, 50, 4)}`,
            `c${r(x - 8, 122, 16, 22, 0.1)}`,
            `h${r(x - 5, 106, 4, 14, 2)}`,
          ],
          45,
          22,
        ),
      ),
    ]),
    'block-printing ink set': medium(
      () => [
        ...['v', 'u', 'y'].flatMap((paint, i) => inkTube(30 + i * 36, paint)),
        '5m M126 150V112H190V150M158 112V98',
        `w${r(149, 46, 18, 54, 8)}`,
        `x${r(122, 130, 72, 38, 15)}`,
        `v${r(132, 130, 52, 38, 6)}`,
        'h M136 135h44v5h-44z',
      ],
      84,
    ),
    'fabric paint set': medium(
      () => [
        ...['v', 'u', 'y'].flatMap((paint, i) =>
          at(
            26 + i * 44,
            94,
            1,
            `${paint} M0 30q0-10 10-10h4l4-18h4l4 18h4q10 0 10 10v44H0z`,
            'i M4 40h32v18H4z',
            `k M16-4h8v8h-8z`,
          ),
        ),
        ...at(
          166,
          122,
          0.62,
          'c M-20-30q20 12 40 0l30 18-12 24-16-8v44h-44V4l-16 8-12-24z',
          ...motif('heart', 0, 12, 0.9),
        ),
      ],
      82,
    ),
    'finger paint set': medium(
      () => [
        ...['v', 'y', 'u'].flatMap((paint, i) => [
          `${paint}${e(40 + i * 58, 122, 24, 8)}`,
          `i M${16 + i * 58} 122q24 16 48 0l-4 40q-20 10-40 0z`,
          `${paint} M${17 + i * 58} 134q23 14 46 0l-2 18q-21 12-42 0z`,
        ]),
        `i${r(60, 20, 84, 76, 3)}`,
        ...at(
          102,
          60,
          1.4,
          'u M-8 16V0l-6-5q0-6 5-4l4 4v-14q4-4 6 0v10-12q4-4 6 0v12-10q4-3 6 1v20q0 10-8 14z',
        ),
      ],
      82,
    ),
  },
});
