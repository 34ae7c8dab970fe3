import { motif } from '../kit/motifs/index.ts';
import { at, e, r, turn } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import { subjectOf } from './book-subjects.ts';
import type { Drawing, Sitter, Vocabulary } from './drawing.ts';

/** The front of a cover, 92 × 132 from (54, 36): one of five designs about a motif. */
function front(sitter: Sitter, name: string): Layers {
  const lettering = '3a M82 62h36M88 71h24';
  const designs: readonly Layers[] = [
    [`p${r(70, 48, 62, 108, 2)}`, `3a${r(70, 48, 62, 108, 2)}`, lettering, ...motif(name, 101, 112, 1.15)],
    ['q M54 58h92v22H54z', '3p M76 66h48M84 73h32', ...motif(name, 102, 118, 1.6)],
    [`c${e(101, 104, 34)}`, ...motif(name, 101, 104, 1.4), '3a M78 50h46M86 60h30', '3a M88 152h26'],
    [
      `c${r(66, 44, 70, 30, 3)}`,
      '3k M76 54h50M84 63h34',
      ...motif(name, 84, 100, 0.95),
      ...motif(name, 120, 116, 0.95),
      ...motif(name, 88, 142, 0.95),
    ],
    [
      'q M54 100h92v68H54z',
      `c${e(101, 100, 26)}`,
      ...motif(name, 101, 100, 1.1),
      '3a M76 52h50M84 62h34',
      '3p M84 150h34',
    ],
  ];
  return designs[sitter.way('design', designs.length)] ?? [];
}

const volume = (sitter: Sitter, name: string): Layers => {
  const hard = sitter.material === 'cloth';
  return [
    'c M62 40h84q4 0 4 4v120q0 4-4 4H62z',
    '1C M148 46v116M146 44v120',
    `B${r(54, 36, 92, 132, hard ? 3 : 1)}`,
    ...front(sitter, name),
    hard ? 'd M54 36h9v132h-9q-3 0-3-3V39q0-3 3-3z' : 's M54 36h4v132h-4z',
    ...(hard ? ['A M118 168h7v14l-3.500-4-3.500 4z'] : ['h M58 36h2v132h-2z']),
  ];
};

/** A book that lies on its side, its back to us. */
const lying = (x: number, y: number, w: number, h: number, paint: string): Layers => [
  `${paint}${r(x, y, w, h, 3)}`,
  `c M${x + 10} ${y + h * 0.34}h${w * 0.34}v${h * 0.32}h${-w * 0.34}z`,
  `s M${x} ${y + h - 4}h${w}v4h${-w}z`,
];

/** Upright, leaning on others, or on top of a pile; on the cover is what the title names, or else what suits the kind of book. */
const book =
  (...motifs: readonly string[]): Drawing =>
  (sitter) => {
    const name = subjectOf(sitter.title) ?? motifs[sitter.way('motif', motifs.length)] ?? 'leaf';
    switch (sitter.way('stance', 4)) {
      case 0:
        return [
          62,
          ...lying(120, 152, 62, 16, 'd'),
          ...lying(126, 138, 52, 14, 'A'),
          ...turn(-6, 54, 168, ...at(-8, 0, 1, ...volume(sitter, name))),
        ];
      case 1:
        return [
          66,
          ...lying(34, 148, 132, 20, 'A'),
          ...lying(42, 130, 118, 18, 'D'),
          ...at(22, -2, [0.78, 0.78], ...volume(sitter, name)),
        ];
      case 2:
        return [58, ...turn(4, 146, 168, ...at(4, 0, 1, ...volume(sitter, name)))];
      default:
        return [54, ...volume(sitter, name)];
    }
  };

export const books = (): Vocabulary => ({
  novel: book('boat', 'house', 'moon', 'pear', 'kettle', 'feather'),
  mystery: book('moon', 'candle', 'key', 'eye', 'compass', 'footprint'),
  cookbook: book('pear', 'tomato', 'lemon', 'loaf', 'carrot', 'pot', 'fig'),
  'gardening-book': book('tulip', 'beds', 'lettuce', 'sunflower', 'apple', 'bee'),
  'field-guide': book('fern', 'leaf', 'pine', 'sprig'),
  'travel-book': book('compass', 'map', 'boat', 'mountain', 'village'),
  'history-book': book('column', 'crown', 'map', 'key', 'village'),
  poetry: book('feather', 'moon', 'sprig', 'wave'),
  'picture-book': book('stars', 'moon', 'house', 'kite', 'mushroom'),
  'craft-book': book('yarn', 'loom', 'hoop', 'lino', 'spoonMotif'),
  'nature-writing': book('fern', 'wave', 'pine', 'moon', 'sprig'),
  'science-book': book('orbit', 'crystal', 'eye', 'stars'),
});
