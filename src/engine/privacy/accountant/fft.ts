/**
 * Discrete Fourier transform in place, radix 2 (Cooley and Tukey 1965), f64. `re`, `im`: of a length that is a power
 * of two. Forward: X_k = Σ_j x_j e^(−2πi jk/n). `inverse`: the other sign and division by n.
 */
export function fft(re: Float64Array, im: Float64Array, inverse = false): void {
  const n = re.length;
  reverseBits(re, im);
  // A table of roots, each by itself: repeated multiplication would lose digits.
  const angle = ((inverse ? 2 : -2) * Math.PI) / n;
  const cos = Float64Array.from({ length: n >> 1 }, (_, k) => Math.cos(angle * k));
  const sin = Float64Array.from({ length: n >> 1 }, (_, k) => Math.sin(angle * k));
  for (let half = 1; half < n; half *= 2) {
    const stride = n / (2 * half);
    for (let begin = 0; begin < n; begin += 2 * half) {
      for (let k = 0, root = 0; k < half; k++, root += stride) {
        const [low, high] = [begin + k, begin + k + half];
        const real = re[high]! * cos[root]! - im[high]! * sin[root]!;
        const imaginary = re[high]! * sin[root]! + im[high]! * cos[root]!;
        re[high] = re[low]! - real;
        im[high] = im[low]! - imaginary;
        re[low]! += real;
        im[low]! += imaginary;
      }
    }
  }
  if (!inverse) return;
  for (let k = 0; k < n; k++) {
    re[k]! /= n;
    im[k]! /= n;
  }
}

function reverseBits(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [re[i], re[j]] = [re[j]!, re[i]!];
    [im[i], im[j]] = [im[j]!, im[i]!];
  }
}

/** (re + i·im)^n of each element, in place, by its polar form: n may be large. */
export function powerOfEach(re: Float64Array, im: Float64Array, n: number): void {
  for (let k = 0; k < re.length; k++) {
    const radius = Math.exp(n * Math.log(Math.hypot(re[k]!, im[k]!)));
    const angle = n * Math.atan2(im[k]!, re[k]!);
    re[k] = radius * Math.cos(angle);
    im[k] = radius * Math.sin(angle);
  }
}
