/** As tfjs.ts, for Node, which can load only the CommonJS bundles of tfjs. Only ever imported dynamically. */
export { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
export {
  backend,
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
