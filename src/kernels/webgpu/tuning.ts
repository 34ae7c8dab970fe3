/** Sizes that suit the device. Any of them gives the right answer. */
export interface Tuning {
  /** Threads of a workgroup that solves one row. */
  readonly rowThreads: number;
  /** Threads of a workgroup that ranks for one query; a divisor of 256. */
  readonly queryThreads: number;
}

export const GPU_TUNING: Tuning = { rowThreads: 64, queryThreads: 256 };

/**
 * A CPU that plays a GPU runs a workgroup in pieces of its vector width and switches between them at every
 * barrier. Measured on SwiftShader (pieces of 4): 8 threads solve rows of 165 entries 1.7 times as fast as 64,
 * and rank 3.5 times as fast as 256.
 */
export const CPU_TUNING: Tuning = { rowThreads: 8, queryThreads: 8 };

/** GPUs have subgroups of 8 to 128 threads. `info`: what the device says of itself, undefined in older browsers. */
export function tuningFor(info: GPUAdapterInfo | undefined): Tuning {
  const widest = info?.subgroupMaxSize ?? 0;
  return widest >= 1 && widest <= 4 ? CPU_TUNING : GPU_TUNING;
}
