import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nodeWebGpuProvider } from './webgpu-provider.node.ts';

const probe = vi.hoisted(() => vi.fn<() => Promise<{ stdout: string }>>());
vi.mock('node:child_process', async (original) => {
  const mocked = (): never => {
    throw new Error('only the promise of it is used');
  };
  Object.assign(mocked, { [Symbol.for('nodejs.util.promisify.custom')]: probe });
  return { ...(await original<object>()), execFile: mocked };
});

const { platform } = process;
/** What opening libvulkan.so.1 as a module of Node's throws, where it is there and where it is not. */
const THERE = "Module did not self-register: 'libvulkan.so.1'.";
const MISSING = 'libvulkan.so.1: cannot open shared object file: No such file or directory';

function vulkan(message: string): void {
  vi.spyOn(process, 'dlopen').mockImplementation(() => {
    throw new Error(message);
  });
}

beforeEach(() => {
  Object.defineProperty(process, 'platform', { value: 'linux' });
  probe.mockReset();
});
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
  vi.restoreAllMocks();
});

describe('nodeWebGpuProvider', () => {
  test('stands on the promise of execFile that is replaced here', () => {
    expect(promisify(execFile)).toBe(probe);
  });

  test('is unavailable in words without Vulkan, and starts no process to find out', async () => {
    vulkan(MISSING);
    const unavailable = 'Vulkan is not installed (libvulkan.so.1 was not found).';
    expect(await nodeWebGpuProvider().look!()).toEqual({ unavailable });
    expect(await nodeWebGpuProvider().open()).toEqual({ unavailable });
    expect(probe).not.toHaveBeenCalled();
  });

  test('is unavailable in words where Vulkan has no driver, asked once for look and open', async () => {
    vulkan(THERE);
    probe.mockResolvedValue({ stdout: 'null\n' });
    const provider = nodeWebGpuProvider();
    expect(await provider.look!()).toEqual({ unavailable: 'WebGPU found no GPU with a driver.' });
    expect(await provider.open()).toEqual({ unavailable: 'WebGPU found no GPU with a driver.' });
    expect(probe).toHaveBeenCalledTimes(1);
  });

  test('is unavailable with the first line of what a crash leaves', async () => {
    vulkan(THERE);
    probe.mockRejectedValue(
      Object.assign(new Error('Command failed'), { stderr: 'Segmentation fault\nat 0x0\n' }),
    );
    expect(await nodeWebGpuProvider().look!()).toEqual({
      unavailable: 'WebGPU did not start: Segmentation fault',
    });
  });

  test.each([
    [{ vendor: 'google', architecture: 'swiftshader', isFallbackAdapter: true }, true],
    [{ vendor: 'nvidia', architecture: 'ampere', description: 'NVIDIA GeForce RTX 3060' }, false],
  ])('looks at %o: software %s', async (words, isSoftware) => {
    vulkan(THERE);
    probe.mockResolvedValue({ stdout: JSON.stringify(words) });
    expect(await nodeWebGpuProvider().look!()).toEqual({ isSoftware });
  });
});
