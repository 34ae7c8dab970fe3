import { findAdapter } from './adapter.ts';
import type { LoadTfjs } from './gpu-device.ts';
import { openGpuDevice } from './gpu-device.ts';
import type { HomeProvider } from './home-provider.ts';
import { isUnavailable } from './home-provider.ts';

/**
 * The WebGPU home on the device that tfjs owns. Disposing of the home gives the device back. The shaders are fetched
 * with tfjs, once there is an adapter.
 */
export function webGpuProvider(loadTfjs?: LoadTfjs): HomeProvider {
  return {
    look: () => findAdapter((globalThis.navigator as Navigator | undefined)?.gpu),
    async open() {
      const gpu = await openGpuDevice(loadTfjs);
      if (isUnavailable(gpu)) return gpu;
      const { createWebGpuHome } = await import('../../kernels/webgpu-home.ts').catch((error: unknown) => {
        gpu.close();
        throw error;
      });
      const home = createWebGpuHome(gpu.device, gpu.name);
      return {
        ...home,
        dispose() {
          home.dispose();
          gpu.close();
        },
      };
    },
  };
}
