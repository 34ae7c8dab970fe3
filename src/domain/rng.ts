/** Seeded chance. Everything random below `client/` takes an `Rng`; nothing there calls `Math.random`. */
export interface Rng {
  /** Uniform in [0, 1), 32 random bits. */
  next(): number;
  /** Uniform integer in [0, bound). `bound` ≥ 1. */
  int(bound: number): number;
  /** Standard normal (Marsaglia's polar method). */
  normal(): number;
  /** An independent stream for a named purpose, so that adding one consumer does not shift another. */
  fork(label: string): Rng;
}

/** splitmix32: spreads a small seed over the generator's state. */
function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
}

/** FNV-1a, 32 bits. */
function hashLabel(label: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by splitmix32. `seed`: any integer. */
export function createRng(seed: number): Rng {
  const spread = splitmix32(seed);
  let a = spread();
  let b = spread();
  let c = spread();
  let counter = 1;
  let spare: number | null = null;
  const bits = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) bits();
  const next = (): number => bits() / 4294967296;
  return {
    next,
    int: (bound) => Math.floor(next() * bound),
    normal: () => {
      if (spare !== null) {
        const value = spare;
        spare = null;
        return value;
      }
      for (;;) {
        const u = 2 * next() - 1;
        const v = 2 * next() - 1;
        const s = u * u + v * v;
        if (s > 0 && s < 1) {
          const factor = Math.sqrt((-2 * Math.log(s)) / s);
          spare = v * factor;
          return u * factor;
        }
      }
    },
    fork: (label) => createRng((Math.imul(seed | 0, 0x85ebca6b) ^ hashLabel(label)) >>> 0),
  };
}
