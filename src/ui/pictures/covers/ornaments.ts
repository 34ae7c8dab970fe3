import type { Ornament } from './genre.ts';

/** Paths in a square of 100: filled, filled in a second tone, and lines. */
interface Drawn {
  readonly fill?: string;
  readonly tone?: string;
  readonly line?: string;
}

const f = (value: number): string => String(Math.round(value * 10) / 10);
const every = (count: number, path: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => path(i)).join('');
const ring = (x: number, y: number, radius: number): string =>
  `M${f(x - radius)} ${f(y)}a${f(radius)} ${f(radius)} 0 1 0 ${f(2 * radius)} 0a${f(radius)} ${f(radius)} 0 1 0 ${f(-2 * radius)} 0z`;
const ray = (x: number, y: number, angle: number, from: number, to: number): string =>
  `M${f(x + from * Math.cos(angle))} ${f(y - from * Math.sin(angle))}L${f(x + to * Math.cos(angle))} ${f(y - to * Math.sin(angle))}`;
/** A wedge from a point. */
const wedge = (x: number, y: number, angle: number, wide: number, long: number): string =>
  `M${x} ${y}L${f(x + long * Math.cos(angle - wide))} ${f(y - long * Math.sin(angle - wide))}L${f(x + long * Math.cos(angle + wide))} ${f(y - long * Math.sin(angle + wide))}z`;
const star = (x: number, y: number, size: number): string =>
  `M${x} ${y - size}l${f(size * 0.28)} ${f(size * 0.72)} ${f(size * 0.72)} ${f(size * 0.28)} ${f(-size * 0.72)} ${f(size * 0.28)} ${f(-size * 0.28)} ${f(size * 0.72)} ${f(-size * 0.28)} ${f(-size * 0.72)} ${f(-size * 0.72)} ${f(-size * 0.28)} ${f(size * 0.72)} ${f(-size * 0.28)}z`;
/** Places that are spread evenly without rows. Roberts 2018, the R2 sequence. */
const scatter = (i: number, from: number): string =>
  `${f(((i + from) * 75.488) % 100)} ${f(((i + from) * 56.984) % 100)}`;
const spiral = (turns: number, step: number): string =>
  `M50 50${every(turns * 24, (i) => {
    const angle = (i / 24) * 2 * Math.PI;
    const radius = (step * i) / 24;
    return `L${f(50 + radius * Math.cos(angle))} ${f(50 + radius * Math.sin(angle))}`;
  })}`;

export const ORNAMENTS: Readonly<Record<Ornament, Drawn>> = {
  // Light through venetian blinds, aslant on a wall.
  blinds: {
    fill: every(9, (i) => `M-10 ${4 + i * 12}L110 ${-8 + i * 12}v6L-10 ${10 + i * 12}z`),
    tone: 'M62-10h9v120h-9z',
  },
  // A low sun over a mesa.
  sun: {
    fill: ring(62, 56, 24),
    tone: 'M-5 74h22l6-16h22l4 16h20l5-8h18l4 8h10v32H-5z',
    line: every(7, (i) => ray(62, 56, 0.2 + i * 0.46, 29, 38 + (i % 2) * 6)),
  },
  // A planet, its ring and what goes around it.
  orbit: {
    fill: ring(46, 46, 15) + ring(80, 24, 3) + ring(14, 66, 2.2),
    tone: ring(88, 78, 7),
    line: ring(46, 46, 28) + ring(46, 46, 42) + 'M18 58q30 6 60-24',
  },
  confetti: {
    fill: every(14, (i) => `M${scatter(i, 0)}l5 2-2 5-5-2z`),
    tone: every(14, (i) => `M${scatter(i, 20)}a2.400 2.400 0 1 0 4.800 0a2.400 2.400 0 1 0-4.800 0z`),
    line: every(8, (i) => `M${scatter(i, 40)}q4-6 8 0t8 0`),
  },
  // Two circles that meet.
  arcs: {
    tone: 'M50 24a32 32 0 0 1 0 52a32 32 0 0 1 0-52z',
    line: every(4, (i) => ring(36, 50, 32 - i * 6) + ring(64, 50, 32 - i * 6)),
  },
  // A viewfinder over a measured field.
  grid: {
    line: every(9, (i) => `M${10 + i * 10} 6V94M6 ${10 + i * 10}H94`),
    fill: 'M18 18h14v3H21v11h-3zM82 18v14h-3V21H68v-3zM18 82V68h3v11h11v3zM82 82H68v-3h11V68h3z',
    tone: ring(50, 50, 4),
  },
  shapes: { fill: `${ring(28, 30, 17)}M58 84h34V50H58z`, tone: 'M70 8L94 44H46zM6 92l20-36 20 36z' },
  // A ball that bounces.
  bounce: {
    fill: ring(82, 28, 10),
    tone: every(5, (i) => ring(8 + i * 15, 80 - [0, 26, 38, 26, 0][i]!, 3.4)),
    line: 'M-2 96Q14 10 38 90Q52 30 68 90Q76 60 82 40M-4 92h108',
  },
  staves: {
    line:
      every(5, (i) => `M-5 ${20 + i * 6}q52-10 110 0M-5 ${64 + i * 6}q52 10 110 0`) +
      'M38 36V14M62 34V12M38 14q12-2 24-2M30 84V64M76 82V62',
    fill: `${ring(33, 37, 5)}${ring(57, 35, 5)}${ring(25, 85, 5)}${ring(71, 83, 5)}`,
  },
  // Chevrons of a sleeve.
  stripes: {
    fill: every(
      4,
      (i) => `M8 ${40 + i * 20}L50 ${16 + i * 20} 92 ${40 + i * 20}v9L50 ${25 + i * 20} 8 ${49 + i * 20}z`,
    ),
    tone: star(50, 14, 9),
  },
  cracks: {
    line: 'M52-4L46 18l12 10-16 18 10 14-12 20 6 28M46 18L24 26 14 22M58 28l20 2 10-8M42 46L20 50 8 62M52 60l22 8 8 16 14 4M40 80l-16 6-8 14M78 30l8 12',
    tone: 'M46 18l12 10-16 18-6-14z',
  },
  spiral: { line: spiral(5, 10), fill: ring(50, 50, 3.4) },
  // Lines of a finger.
  print: {
    line: every(
      7,
      (i) =>
        `M${50 - 6 - i * 5} 88V${56 - i * 2}a${6 + i * 5} ${6 + i * 6.4} 0 0 1 ${12 + i * 10} 0v${14 + i * 2}`,
    ),
  },
  keyhole: {
    fill: 'M50 34a12 12 0 0 1 6 22l6 26H38l6-26a12 12 0 0 1 6-22z',
    line: every(16, (i) => ray(50, 52, (i * Math.PI) / 8, 34, i % 2 ? 44 : 52)) + ring(50, 54, 31),
  },
  burst: {
    fill: every(12, (i) => wedge(38, 62, (i * Math.PI) / 6 + 0.1, i % 2 ? 0.05 : 0.1, 96)),
    tone: ring(38, 62, 9),
  },
  // A map's heights, and the way over them.
  contours: {
    line: every(
      6,
      (i) =>
        `M${50 - 7 - i * 8} ${52 + i}q${2 + i} ${-14 - i * 8} ${14 + i * 5} ${-12 - i * 5}t${10 + i * 9} ${12 + i * 3}q${-4 - i} ${14 + i * 5} ${-14 - i * 8} ${10 + i * 4}t${-10 - i * 6} ${-10 - i * 2}z`,
    ),
    fill: 'M80 12l4 10 4-10-4-4z',
    tone: every(9, (i) => ring(6 + i * 9.4, 92 - i * 8.4 + 5 * Math.sin(i * 1.6), 1.6)),
  },
  // A curtain, drawn.
  curtain: {
    fill:
      every(3, (i) => `M${-4 + i * 9} -4h6q2 50-${4 + i * 2} 108h-8q8-56 6-108z`) +
      every(3, (i) => `M${104 - i * 9} -4h-6q-2 50 ${4 + i * 2} 108h8q-8-56-6-108z`),
    tone: 'M26 104q24-14 48 0z',
    line: 'M-4 10q27 14 54 0t54 0',
  },
  stars: {
    fill: star(24, 26, 12) + star(74, 20, 8) + star(84, 66, 11) + star(34, 78, 7) + star(56, 50, 5),
    tone: 'M58 62a22 22 0 1 1-18-34 18 18 0 0 0 18 34z',
  },
  lattice: {
    line: every(
      9,
      (i) =>
        `M${-40 + i * 20} 100l60-60M${i * 20 - 40} 40l60 60M${-40 + i * 20} 40l60-60M${i * 20 - 40}-20l60 60`,
    ),
    fill: every(9, (i) => ring(10 + (i % 3) * 40, 10 + Math.floor(i / 3) * 40, 1.6)),
  },
};
