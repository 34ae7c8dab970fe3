/** The types of tfjs-core for those who take tensors from an `Autodiff`; types alone, so that nothing is loaded. */
import type * as tfjs from '@tensorflow/tfjs-core';

export type Tf = typeof tfjs;
export type { Scalar, Tensor, Tensor1D, Tensor2D, Tensor3D, Tensor4D, Variable } from '@tensorflow/tfjs-core';
