import type { HomeName } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';

/** Why something is missing, in words for a developer. */
export interface Unavailable {
  readonly unavailable: string;
}

/** How one home is made. A throw counts as `unavailable` with the error's message. */
export interface HomeProvider {
  /** Asked before `open` where nothing is forced: cheap, downloads nothing, makes no device. */
  readonly look?: () => Promise<HomeOutlook | Unavailable>;
  readonly open: () => Promise<KernelHome | Unavailable>;
}

export interface HomeOutlook {
  /** A GPU that the CPU plays. */
  readonly isSoftware: boolean;
}

export type HomeProviders = Readonly<Record<HomeName, HomeProvider>>;

/** The answer of a provider, with its throws as words. */
export async function ask<T extends object>(
  question: () => Promise<T | Unavailable>,
): Promise<T | Unavailable> {
  try {
    return await question();
  } catch (error) {
    return { unavailable: error instanceof Error ? error.message : String(error) };
  }
}

export function isUnavailable(answer: object): answer is Unavailable {
  return 'unavailable' in answer;
}
