/**
 * The one GPUDevice of this thread. tfjs owns it, so that its models and our kernels share buffers; tfjs itself
 * crashes without an adapter and never notices that a device is lost, so both are seen to here.
 */
import type { FoundAdapter } from './adapter.ts';
import { findAdapter } from './adapter.ts';
import type { Unavailable } from './home-provider.ts';
import { isUnavailable } from './home-provider.ts';
import type * as tfjsModule from './tfjs.ts';

const BACKEND = 'webgpu';

export type Tfjs = typeof tfjsModule;
export type LoadTfjs = () => Promise<Tfjs>;

export interface GpuDevice {
  readonly device: GPUDevice;
  /** Adapter name for people. */
  readonly name: string;
  readonly isSoftware: boolean;
  /** To be called once by whoever opened it. The last one takes the device and tfjs's backend down. */
  close(): void;
}

interface SharedDevice extends Omit<GpuDevice, 'close'> {
  /** Removes tfjs's backend, which keeps a dead device for good, and makes room for a new one. */
  readonly takeDown: () => void;
  holders: number;
}

let current: Promise<SharedDevice | Unavailable> | null = null;

/**
 * The device, made on the first call and shared by the later ones until it is lost or closed by all; a call
 * after that makes a fresh one with a fresh tfjs backend. `loadTfjs` downloads tfjs: not before there is an
 * adapter.
 */
export async function openGpuDevice(
  loadTfjs: LoadTfjs = () => import('./tfjs.ts'),
): Promise<GpuDevice | Unavailable> {
  const shared = await (current ?? open(loadTfjs));
  if (isUnavailable(shared)) return shared;
  const { device, name, isSoftware } = shared;
  shared.holders += 1;
  let held = true;
  return {
    device,
    name,
    isSoftware,
    close() {
      if (!held) return;
      held = false;
      shared.holders -= 1;
      if (shared.holders > 0) return;
      shared.takeDown();
      device.destroy();
    },
  };
}

function open(loadTfjs: LoadTfjs): Promise<SharedDevice | Unavailable> {
  const opening = openShared(loadTfjs, () => {
    if (current === opening) current = null;
  }).catch((error: unknown): Unavailable => ({
    unavailable: `The GPU device could not be opened: ${error instanceof Error ? error.message : String(error)}`,
  }));
  current = opening;
  void opening.then((answer) => {
    if (isUnavailable(answer) && current === opening) current = null;
  });
  return opening;
}

async function openShared(loadTfjs: LoadTfjs, forget: () => void): Promise<SharedDevice | Unavailable> {
  const found = await findAdapter((globalThis.navigator as Navigator | undefined)?.gpu);
  if (isUnavailable(found)) return found;
  const tfjs = await loadTfjs();
  const fresh = await requestDevice(found.adapter);
  removeBackend(tfjs);
  tfjs.registerBackend(BACKEND, () => new tfjs.WebGPUBackend(fresh, found.adapter.info));
  if (!(await tfjs.setBackend(BACKEND))) {
    fresh.destroy();
    return { unavailable: 'tfjs could not start on the GPU device.' };
  }
  const { device } = tfjs.backend() as InstanceType<Tfjs['WebGPUBackend']>;
  let up = true;
  const takeDown = (): void => {
    if (!up) return;
    up = false;
    removeBackend(tfjs);
    forget();
  };
  void device.lost.then(takeDown);
  return { device, name: found.name, isSoftware: found.isSoftware, holders: 0, takeDown };
}

/** Also drops the factory that tfjs registers on import, which would ask for an adapter of its own. */
function removeBackend(tfjs: Tfjs): void {
  if (tfjs.findBackendFactory(BACKEND)) tfjs.removeBackend(BACKEND);
}

/** The features and limits that tfjs's own programs count on. */
function requestDevice(adapter: FoundAdapter['adapter']): Promise<GPUDevice> {
  const features = ['timestamp-query', 'bgra8unorm-storage'] as const;
  const limits = [
    'maxComputeWorkgroupStorageSize',
    'maxComputeWorkgroupsPerDimension',
    'maxStorageBufferBindingSize',
    'maxBufferSize',
    'maxComputeWorkgroupSizeX',
    'maxComputeInvocationsPerWorkgroup',
  ] as const;
  return adapter.requestDevice({
    requiredFeatures: features.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(limits.map((limit) => [limit, adapter.limits[limit]])),
  });
}
