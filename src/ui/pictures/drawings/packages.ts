import { lathe } from '../kit/lathe.ts';
import { motif } from '../kit/motifs/index.ts';
import { at, e, placed, r, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import type { Drawing, Sitter } from './drawing.ts';

/** Words of a form, as a regular expression's alternatives, and the motif for them. */
export type Contents = readonly (readonly [words: string, motif: string])[];
export interface Printed {
  readonly table: Contents;
  readonly fallback: string;
}

/** What is printed on the label of a form. */
export function motifOf({ table, fallback }: Printed, form: string): string {
  for (const [words, name] of table) if (new RegExp(words, 'u').test(form)) return name;
  return fallback;
}

const isLarge = ({ size }: Sitter): boolean =>
  /large|\b(?:250|340|500|600) g|[15] kg|0\.[57] l|1 l|2\.5|three|twenty|box of/u.test(size);
/** The larger packet is the taller one. */
const sized = (sitter: Sitter, ...layers: Layers): Layers =>
  placed(100, 168, isLarge(sitter) ? 1.08 : 0.92, 168, ...layers);

/** A label of paper in one of four shapes, with the motif and two lines of lettering. */
export function label(sitter: Sitter, name: string, y: number, w: number, h: number): Layers {
  const x = 100 - w / 2;
  const shapes = [
    r(x, y, w, h, 4),
    r(x, y, w, h, h / 2.4),
    e(100, y + h / 2, w / 2.1, h / 2),
    `M${x} ${y}h${w}v${h}q${-w / 4} 8 ${-w / 2} 0t${-w / 2} 0z`,
  ];
  return [
    `c${shapes[sitter.way('label', shapes.length)]}`,
    ...motif(name, 100, y + h * 0.44, Math.min(w, h) / 50),
    `2p M${100 - w * 0.2} ${y + h - 9}h${w * 0.4}`,
  ];
}

export const tin =
  (printed: Printed, shape: 'caddy' | 'low' | 'flat' | 'can', beside: Layers = []): Drawing =>
  (sitter) => {
    const name = motifOf(printed, sitter.form);
    const lidTop: Layers = [`b${r(56, 58, 88, 20, 6)}`, 's M56 72h88v5H56z'];
    const body: Record<typeof shape, Layers> = {
      caddy: [
        `B${r(58, 74, 84, 94, 5)}`,
        'q M58 84h84v5H58zM58 154h84v5H58z',
        ...lidTop,
        `n${e(100, 56, 9, 6)}`,
        ...label(sitter, name, 92, 66, 58),
      ],
      low: [
        `O${lathe(100, '104:48 164:48')}`,
        `q${lathe(100, '88:50 106:50')}`,
        `l${e(100, 88, 50, 8)}`,
        `h${e(100, 88, 42, 6)}`,
        ...label(sitter, name, 112, 68, 46),
      ],
      flat: [
        `O${lathe(100, '128:62 162:62')}`,
        `q${lathe(100, '116:64 132:64')}`,
        `b${e(100, 116, 64, 15)}`,
        `c${e(100, 116, 46, 10)}`,
        ...at(100, 115, [1, 0.42], ...motif(name, 0, 0, 1)),
      ],
      can: [
        `m${r(88, 40, 24, 16, 3)}`,
        `k${r(86, 32, 28, 12, 3)}`,
        'd M60 66l16-12h60l-12 12z',
        `B${r(60, 64, 80, 104, 4)}`,
        's M122 64h14q4 0 4 4v96q0 4-4 4h-14z',
        '6d M60 74q-18 6-18 24',
        ...label(sitter, name, 84, 62, 64),
      ],
    };
    return [shape === 'flat' ? 66 : 52, ...sized(sitter, ...body[shape]), ...beside];
  };

export const jar =
  (printed: Printed, top: 'lid' | 'cloth' | 'dipper' | 'cork'): Drawing =>
  (sitter) => {
    const name = motifOf(printed, sitter.form);
    const glass = lathe(100, '62:38 (86:48 ~168:46', 0.1);
    const closed: Record<typeof top, Layers> = {
      lid: [`n${r(60, 42, 80, 22, 5)}`, '2N M70 46v14M82 46v14M94 46v14M106 46v14M118 46v14M130 46v14'],
      cloth: [
        'q M52 74Q60 36 100 34t48 40q-10-6-16 2-8-8-16 0-8-8-16 0-8-8-16 0-8-8-16 0-6-8-16-2z',
        '3c M60 62q40 10 80 0',
        'h M70 50q8-10 22-12l-2 6q-8 2-14 10z',
      ],
      dipper: [
        `w${r(62, 46, 76, 18, 5)}`,
        '5w M112 44L146 8',
        `y${r(140, 0, 0, 0, 0)}`,
        ...at(150, 6, 0.8, 'w M-8-4h16v3h-16zM-10 1h20v3h-20zM-8 6h16v3h-16z'),
      ],
      cork: [`w${r(66, 40, 68, 26, 6)}`, 's M66 56h68v10H66z'],
    };
    return [
      48,
      ...sized(
        sitter,
        `G${glass}`,
        `b${lathe(100, '80:46 (92:47 ~166:45', 0.1)}`,
        ...closed[top],
        ...label(sitter, name, 94, 70, 56),
        'h M57 90v66q0 6 5 8V88z',
      ),
    ];
  };

export const bottle =
  (printed: Printed, shape: 'oil' | 'swing' | 'ink'): Drawing =>
  (sitter) => {
    const name = motifOf(printed, sitter.form);
    const body: Record<typeof shape, Layers> = {
      oil: [
        `b${lathe(100, '48:12 66:12 (92:34 ~168:33', 0.1)}`,
        `k${r(86, 26, 28, 14, 3)}`,
        `n${r(87, 38, 26, 12, 2)}`,
        ...label(sitter, name, 98, 58, 58),
        'h M72 100q0-14 12-22l4 4q-8 8-9 18v60h-7z',
      ],
      swing: [
        `b${lathe(100, '40:11 ~84:14 ~112:34 168:33', 0.1)}`,
        `i${e(100, 26, 10, 9)}`,
        '3M M88 30q-8 14 2 30M112 30q8 14-2 30M88 44h24',
        ...label(sitter, name, 108, 56, 50),
        'h M72 116q0-14 12-24l3 5q-7 8-8 19v44h-7z',
      ],
      ink: [
        `k${r(80, 62, 40, 24, 5)}`,
        '2x M88 64v20M96 64v20M104 64v20M112 64v20',
        `G${r(50, 90, 100, 78, 14)}`,
        `b${r(55, 104, 90, 59, 9)}`,
        `h${r(55, 94, 9, 62, 4)}`,
        ...label(sitter, name, 112, 62, 42),
      ],
    };
    return [shape === 'ink' ? 54 : 40, ...sized(sitter, ...body[shape])];
  };

export const bag =
  (printed: Printed, kind: 'valve' | 'window' | 'sack' | 'feed' | 'net'): Drawing =>
  (sitter) => {
    const name = motifOf(printed, sitter.form);
    const paper = 'M56 62L52 156q0 12 10 12h76q10 0 10-12L144 62z';
    const body: Record<typeof kind, Layers> = {
      valve: [
        `B${paper}`,
        'D M56 62l6-24h76l6 24z',
        'd M54 56h92v9H54z',
        'n M50 56h12v9H50zM138 56h12v9h-12z',
        's M128 64l6 104h4q10 0 10-12L144 64z',
        ...label(sitter, name, 86, 64, 62),
        ...motif('coffeebean', 34, 160, 0.42),
        ...motif('coffeebean', 160, 162, 0.36),
      ],
      window: [
        `B${paper}`,
        'b M60 62q-12-22 4-32 18 8 36 0 18 8 36 0 16 10 4 32z',
        '5a M62 56q38 8 76 0',
        ...label(sitter, name, 74, 52, 34),
        `i${r(66, 114, 68, 42, 8)}`,
        ...[0, 1, 2].flatMap((i) => motif(name, 80 + i * 20, 135, 0.55)),
      ],
      sack: [
        `B M60 60Q44 70 46 120q-2 48 14 48h80q16 0 14-48 2-50-14-60z`,
        'b M66 52q-10-18 0-24 34 10 68 0 10 6 0 24z',
        '4w M64 58q36 8 72 0',
        'd M64 54q36 10 72 0v8q-36 8-72 0z',
        ...label(sitter, name, 82, 72, 66),
        'i M26 168q8-14 24-14t20 14z',
      ],
      feed: [
        `B${paper}`,
        'd M54 62q46 8 92 0v8q-46 8-92 0z',
        'b M56 62l6-20q38 8 76 0l6 20q-44 8-88 0z',
        '-2c M58 52q42 8 84 0',
        ...label(sitter, name, 82, 70, 66),
        ...motif('wildbird', 160, 156, 0.8),
      ],
      net: [
        ...motif(name, 74, 48, 1.25),
        ...motif(name, 126, 44, 1.35),
        'b M58 82Q40 110 48 150q4 18 20 18h64q16 0 20-18 8-40-10-68z',
        ...[
          [74, 104],
          [100, 98],
          [126, 104],
          [64, 132],
          [90, 128],
          [116, 130],
          [136, 134],
          [78, 154],
          [104, 156],
          [128, 154],
        ].flatMap(([x = 0, y = 0]) => motif('bulb', x, y, 0.78)),
        `2h${times(8, (i) => `M${58 + i * 8} 88l32 76M${142 - i * 8} 88l-32 76`)}`,
        'a M56 78q44 12 88 0v10q-44 12-88 0z',
        'c M112 92l26 8-8 26-26-8z',
        ...motif(name, 121, 109, 0.5),
      ],
    };
    return [54, ...sized(sitter, ...body[kind])];
  };

/** A carton with its flap, and what is in it beside it. */
export const carton =
  (printed: Printed, beside: Layers = []): Drawing =>
  (sitter) => {
    const name = motifOf(printed, sitter.form);
    return [
      58,
      ...sized(
        sitter,
        'l M48 58l12-14h84l-12 14z',
        'd M132 58l12-14v110l-12 14z',
        'B M48 58h84v110H48z',
        'q M48 58h84v16H48z',
        ...placed(90, 168, 1, 168, ...label(sitter, name, 84, 62, 62)),
        's M48 72h84v3H48z',
      ),
      ...beside,
    ];
  };

/** A bar in its paper, a corner of it open. */
export const wrapped =
  (printed: Printed): Drawing =>
  (sitter) => {
    const name = motifOf(printed, sitter.form);
    return [
      50,
      ...sized(
        sitter,
        'T M62 34h76v60H62z',
        '2X M62 54h76M62 74h76M87 34v60M113 34v60',
        'h M66 38h17v3H66zM91 38h17v3H91zM117 38h17v3h-17z',
        'm M58 86l8-10 8 8 8-8 8 8 9-8 8 8 9-8 8 8 9-8 9 10v16H58z',
        `B${r(56, 94, 88, 74, 3)}`,
        's M132 94h9q3 0 3 3v68q0 3-3 3h-9z',
        ...label(sitter, name, 104, 62, 54),
      ),
    ];
  };
