/** WebGPU for Node: Dawn, from the npm package `webgpu`, where it is installed and finds a GPU. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { AdapterWords } from '../engine/compute/adapter.ts';
import { isSoftwareAdapter } from '../engine/compute/adapter.ts';
import type { HomeProvider, Unavailable } from '../engine/compute/home-provider.ts';
import { isUnavailable } from '../engine/compute/home-provider.ts';
import { webGpuProvider } from '../engine/compute/webgpu-provider.ts';

const PROBE_TIMEOUT_MS = 20_000;

/** Prints what the adapter says of itself, or null; its argument is the address of the package `webgpu`. */
const PROBE = `
  const { create } = await import(process.argv[1]);
  const { info } = (await create([]).requestAdapter({ powerPreference: 'high-performance' })) ?? {};
  const { vendor, architecture, device, description, isFallbackAdapter } = info ?? {};
  console.log(info ? JSON.stringify({ vendor, architecture, device, description, isFallbackAdapter }) : 'null');
`;

/** A shared library that Dawn opens is there when Node can open it, even though it is no module of Node's. */
function isLibraryThere(name: string): boolean {
  try {
    process.dlopen({ exports: {} }, name);
    return true;
  } catch (error) {
    return String(error).includes('did not self-register');
  }
}

/**
 * Asks for the adapter in a process of its own, because Dawn writes warnings to the terminal, from native code,
 * where there is no driver, and a broken driver may crash.
 */
async function probe(): Promise<AdapterWords | Unavailable> {
  if (process.platform === 'linux' && !isLibraryThere('libvulkan.so.1')) {
    return { unavailable: 'Vulkan is not installed (libvulkan.so.1 was not found).' };
  }
  let address: string;
  try {
    address = import.meta.resolve('webgpu');
  } catch {
    return { unavailable: 'The npm package `webgpu` is not installed.' };
  }
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', PROBE, address],
      { timeout: PROBE_TIMEOUT_MS },
    );
    const words = JSON.parse(stdout) as AdapterWords | null;
    return words ?? { unavailable: 'WebGPU found no GPU with a driver.' };
  } catch (error) {
    return { unavailable: `WebGPU did not start: ${firstLine(error)}` };
  }
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return (stderr || message || String(error)).trim().split('\n')[0]!;
}

/** Makes this process look like a browser with WebGPU, to our code and to tfjs. */
async function installWebGpu(): Promise<void> {
  if ((globalThis.navigator as Navigator | undefined)?.gpu) return;
  const { create, globals } = await import('webgpu');
  Object.assign(globalThis, globals);
  if (!('navigator' in globalThis)) {
    Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  }
  Object.defineProperty(globalThis.navigator, 'gpu', { value: create([]), configurable: true });
}

/** Dawn keeps the process alive for as long as it is referred to. */
function uninstallWebGpu(): void {
  if ('navigator' in globalThis) Reflect.deleteProperty(globalThis.navigator, 'gpu');
}

/** The WebGPU home in Node. Nothing is loaded into this process before there is an adapter. */
export function nodeWebGpuProvider(): HomeProvider {
  let asked: Promise<AdapterWords | Unavailable> | null = null;
  const words = (): Promise<AdapterWords | Unavailable> => (asked ??= probe());
  const inBrowser = webGpuProvider(() => import('../engine/compute/tfjs.node.ts'));
  return {
    async look() {
      const answer = await words();
      return isUnavailable(answer) ? answer : { isSoftware: isSoftwareAdapter(answer) };
    },
    async open() {
      const answer = await words();
      if (isUnavailable(answer)) return answer;
      await installWebGpu();
      const home = await inBrowser.open();
      if (isUnavailable(home)) {
        uninstallWebGpu();
        return home;
      }
      return {
        ...home,
        dispose() {
          home.dispose();
          uninstallWebGpu();
        },
      };
    },
  };
}
