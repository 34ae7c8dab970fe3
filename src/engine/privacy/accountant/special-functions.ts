/** ln(e^a + e^b), for logarithms that may be −∞. */
export function logAdd(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  return low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}

/** Below it the series of erf, from it on the continued fraction of erfc. */
const FRACTION_FROM = 2;

/**
 * Complementary error function, 2/√π ∫_x^∞ e^(−t²) dt, to a relative 1e-13. Abramowitz & Stegun 7.1.6 (a series
 * without cancellation) and 7.1.14 (a continued fraction, evaluated from its far end).
 */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return x < FRACTION_FROM ? 1 - erfSeries(x) : Math.exp(-x * x) * fraction(x);
}

/** ln erfc(x), also where erfc(x) itself is below the smallest number. */
export function logErfc(x: number): number {
  return x < FRACTION_FROM ? Math.log(erfc(x)) : Math.log(fraction(x)) - x * x;
}

function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** e^(x²) erfc(x), x ≥ 2. The farther out, the fewer levels the fraction needs. */
function fraction(x: number): number {
  let below = x;
  for (let level = Math.ceil(20 + 240 / (x * x)); level >= 1; level--) below = x + level / 2 / below;
  return 1 / (Math.sqrt(Math.PI) * below);
}
