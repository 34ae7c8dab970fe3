/** Part of the users that the auditor dares to guess of: half of it in, half of it out. Fixed beforehand. */
const GUESSED = 0.1;
const LEAST_GUESSES = 20;
const CONFIDENCE = 0.95;
const MOST = 50;

/**
 * The ε that a training of this kind has at least, with 95 %: Steinke, Nasr, Jagielski, "Privacy auditing with one (1)
 * training run", NeurIPS 2023, theorem 5.2. Users were in by a coin each. The auditor guesses "in" of those with the
 * highest scores and "out" of those with the lowest; a mechanism with (ε, δ) lets each guess be right with a chance of
 * e^ε / (1 + e^ε) at most, but for δ. 0 where the guesses rule nothing out.
 * `order`: places by falling score. `isMember`: 0 or 1 by place.
 */
export function auditEpsilon(order: readonly number[], isMember: ArrayLike<number>, delta: number): number {
  const users = order.length;
  const half = Math.min(
    Math.floor(users / 2),
    Math.max(LEAST_GUESSES / 2, Math.round((GUESSED * users) / 2)),
  );
  let right = 0;
  for (let i = 0; i < half; i++) {
    if (isMember[order[i]!] === 1) right += 1;
    if (isMember[order[users - 1 - i]!] === 0) right += 1;
  }
  const excluded = (epsilon: number): boolean =>
    chanceOf(right, 2 * half, users, epsilon, delta) < 1 - CONFIDENCE;
  if (!excluded(0)) return 0;
  let [low, high] = [0, MOST];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (excluded(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The greatest chance of so many right guesses or more, of `guesses` among `users`, under (ε, δ). */
function chanceOf(right: number, guesses: number, users: number, epsilon: number, delta: number): number {
  const logHit = -Math.log1p(Math.exp(-epsilon));
  const logMiss = -epsilon + logHit;
  const mass = (hits: number): number =>
    Math.exp(logBinomial(guesses, hits) + hits * logHit + (guesses - hits) * logMiss);
  let beyond = 0;
  for (let hits = right; hits <= guesses; hits++) beyond += mass(hits);
  let [sum, worst] = [0, 0];
  for (let i = 1; i <= right; i++) {
    sum += mass(right - i);
    worst = Math.max(worst, sum / i);
  }
  return Math.min(1, beyond + 2 * users * delta * worst);
}

const logFactorials: number[] = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i++) logFactorials.push(logFactorials[i - 1]! + Math.log(i));
  return logFactorials[n]!;
}

const logBinomial = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
