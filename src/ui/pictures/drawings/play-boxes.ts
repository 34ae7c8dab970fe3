import { motif } from '../kit/motifs/index.ts';
import { at, e, r, times, turn } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import { motifOf } from './packages.ts';
import type { Contents } from './packages.ts';
import type { Vocabulary } from './drawing.ts';

const JIGSAWS: Contents = [
  ['harbour', 'harbour'],
  ['seed packets|allotment', 'beds'],
  ['market', 'market'],
  ['fern', 'fern'],
  ['bookshop', 'shelf'],
  ['village', 'village'],
  ['mushroom', 'mushroom'],
  ['butterfl', 'butterfly'],
  ['map', 'map'],
  ['kitchen', 'pot'],
  ['starry', 'stars'],
];
const CRAFTS: Contents = [
  ['felt', 'hare'],
  ['knitting', 'yarn'],
  ['weaving', 'loom'],
  ['lantern', 'lantern'],
  ['bird box', 'birdbox'],
  ['embroidery', 'hoop'],
  ['linocut', 'lino'],
  ['candle', 'candle'],
  ['spoon', 'spoonMotif'],
  ['paper', 'sheet'],
  ['kite', 'kite'],
  ['crystal', 'crystal'],
];
const GAMES = [
  'boat',
  'map',
  'village',
  'crown',
  'hedgehog',
  'compass',
  'apple',
  'mountain',
  'fox',
  'market',
  'bee',
  'moon',
];

/** A lidded box that stands, its lid to the front, with a picture on it. */
const lidded = (name: string, band: Layers): Layers => [
  'l M36 62l16-16h116l-16 16z',
  'd M152 62l16-16v104l-16 18z',
  'B M36 62h116v106H36z',
  ...band,
  `c${r(50, 88, 88, 62, 3)}`,
  ...motif(name, 94, 119, 1.35),
];
const titleBand: Layers = ['q M36 62h116v18H36z', '3p M62 71h64'];
/** A piece of a jigsaw, about 24 across. */
const piece = (x: number, y: number, turned: number, paint: string): Layers =>
  turn(
    turned,
    x,
    y,
    ...at(x, y, 1, `${paint} M-12-12h8q-4-8 4-8t4 8h8v8q8-4 8 4t-8 4v8h-24z`, 's M-12 8h24v4h-24z'),
  );
const die = (x: number, y: number): Layers => [
  `i${r(x, y, 18, 18, 3)}`,
  `k${e(x + 5, y + 5, 1.8)}${e(x + 13, y + 13, 1.8)}${e(x + 9, y + 9, 1.8)}`,
];
const pawn = (x: number, y: number, paint: string): Layers => [
  `${paint} M${x - 8} ${y}q2-14 5-18h6q3 4 5 18z`,
  `${paint}${e(x, y - 22, 6)}`,
  `h${e(x - 2, y - 24, 2)}`,
];

const card = (x: number, y: number, turned: number, name: string): Layers =>
  turn(
    turned,
    x,
    y + 30,
    ...at(
      x,
      y,
      1,
      `i${r(-20, -28, 40, 58, 4)}`,
      `1.500p${r(-16, -24, 32, 50, 3)}`,
      ...motif(name, 0, 1, 0.62),
    ),
  );

export const playBoxes = (): Vocabulary => ({
  'board-game': (s) => [
    66,
    ...lidded(GAMES[s.way('game', GAMES.length)] ?? 'map', titleBand),
    ...die(150, 150),
    ...pawn(26, 168, 'v'),
    ...pawn(178, 168, 'u'),
  ],
  jigsaw: (s) => {
    const name = motifOf({ table: JIGSAWS, fallback: 'map' }, s.form);
    return [
      66,
      ...lidded(name, [
        's M36 84h116v4H36z',
        'q M36 62h116v18H36z',
        `2p${times(4, (i) => `M${48 + i * 26} 71h16`)}`,
      ]),
      '1.500s M79 88v16q-7 4 0 8v38M109 88v14q7 4 0 8v40M50 119h14q4-7 8 0h18q4 7 8 0h40',
      ...piece(164, 158, 12, 'a'),
      ...piece(28, 160, -18, 'l'),
    ];
  },
  'craft-kit': (s) => {
    const name = motifOf({ table: CRAFTS, fallback: 'yarn' }, s.form);
    return [
      66,
      ...lidded(name, ['4a M94 62v26M36 76h116', `q M94 76q-22-16-26-4t26 4q22-16 26-4t-26 4z`]),
      ...motif(name, 170, 150, 0.8),
    ];
  },
  'card-game': (s) => {
    const name = GAMES[s.way('game', GAMES.length)] ?? 'fox';
    const other = GAMES[(s.way('game', GAMES.length) + 4) % GAMES.length] ?? 'bee';
    return [
      60,
      ...card(140, 106, 26, other),
      ...card(128, 100, 12, name),
      'l M44 76l12-10h60l-12 10z',
      'd M104 76l12-10v92l-12 10z',
      'B M44 76h60v92H44z',
      `c${e(74, 122, 24)}`,
      ...motif(name, 74, 122, 0.9),
      'q M44 84h60v12H44z',
    ];
  },
});
