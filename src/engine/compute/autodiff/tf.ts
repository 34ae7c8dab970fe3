/** The types of tfjs-core for those who take tensors from an `Autodiff`; types alone, so that nothing is loaded. */
import type * as tfjs from '@tensorflow/tfjs-core';

export type Tf = typeof tfjs;
export type { Scalar, Tensor, Tensor2D, Variable } from '@tensorflow/tfjs-core';
