import { createReferenceHome } from '../../kernels/reference-home.ts';
import type { HomeProvider } from './home-provider.ts';

/** Always there, and slow. */
export const referenceProvider: HomeProvider = { open: async () => createReferenceHome() };
