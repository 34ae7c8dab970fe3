/**
 * The part of tfjs that owns a device, for the browser: the backend without its kernels, a third of the whole.
 * Only ever imported dynamically.
 */
export { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/base.js';
export {
  backend,
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
