import type { Rng } from '../../domain/rng.ts';
import type { NoiseOrigin } from '../../domain/privacy.ts';

/** Normally distributed numbers. For a real release they must come from a cryptographic source. */
export type NormalSource = Pick<Rng, 'normal'>;

/** Chance for a mechanism, with the word of where it comes from. */
export interface NoiseSource extends Pick<Rng, 'next' | 'int' | 'normal'> {
  readonly origin: NoiseOrigin;
}

/** For tests and figures that can be made again. What is made with it promises nothing. */
export function seededNoise(rng: Rng): NoiseSource {
  return {
    origin: 'seeded',
    next: () => rng.next(),
    int: (bound) => rng.int(bound),
    normal: () => rng.normal(),
  };
}

/** Words asked for at once: a browser gives at most 65,536 bytes. */
const BLOCK = 4096;
const WORD = 2 ** 32;

/**
 * For what is handed on. `fill` writes unpredictable bits into the words (`crypto.getRandomValues`). Uniform numbers
 * have 53 bits, so that the tail of a logarithm of one is cut at 2⁻⁵³ and not at 2⁻³²; normal ones are by Box and
 * Muller. Used words are wiped.
 */
export function cryptographicNoise(fill: (words: Uint32Array<ArrayBuffer>) => void): NoiseSource {
  const words = new Uint32Array(BLOCK);
  let used = BLOCK;
  let spare: number | null = null;
  const word = (): number => {
    if (used === BLOCK) {
      fill(words);
      used = 0;
    }
    const value = words[used]!;
    words[used++] = 0;
    return value;
  };
  const next = (): number => ((word() >>> 6) * 2 ** 27 + (word() >>> 5)) / 2 ** 53;
  return {
    origin: 'cryptographic',
    next,
    int: (bound) => {
      // The last, incomplete round of remainders would favour the small ones.
      const fair = WORD - (WORD % bound);
      let value = word();
      while (value >= fair) value = word();
      return value % bound;
    },
    normal: () => {
      if (spare !== null) {
        const value = spare;
        spare = null;
        return value;
      }
      // 1 − next() is never 0.
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      const angle = 2 * Math.PI * next();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}
