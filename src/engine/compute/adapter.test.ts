import { describe, expect, test } from 'vitest';
import { adapterName, findAdapter, isSoftwareAdapter } from './adapter.ts';

describe('isSoftwareAdapter', () => {
  test.each([
    [{ vendor: 'google', architecture: 'swiftshader' }],
    [{ vendor: 'mesa', description: 'llvmpipe (LLVM 15.0.6, 256 bits)' }],
    [{ vendor: 'microsoft', description: 'Microsoft Basic Render Driver' }],
    [{ vendor: 'microsoft', architecture: 'warp' }],
    [{ vendor: 'nvidia', architecture: 'ampere', isFallbackAdapter: true }],
  ])('is true for %o', (words) => {
    expect(isSoftwareAdapter(words)).toBe(true);
  });

  test.each([
    [{ vendor: 'nvidia', architecture: 'ampere', description: 'NVIDIA GeForce RTX 3060' }],
    [{ vendor: 'apple', architecture: 'common-3', isFallbackAdapter: false }],
    [{ vendor: 'intel', architecture: 'xe', device: '', description: '' }],
    [{}],
  ])('is false for %o', (words) => {
    expect(isSoftwareAdapter(words)).toBe(false);
  });
});

describe('adapterName', () => {
  test("is the driver's own description where there is one", () => {
    expect(adapterName({ vendor: 'nvidia', description: 'NVIDIA GeForce RTX 3060' })).toBe(
      'NVIDIA GeForce RTX 3060',
    );
  });

  test('is vendor and architecture where there is none', () => {
    expect(adapterName({ vendor: 'apple', architecture: 'common-3', device: '', description: '' })).toBe(
      'apple common-3',
    );
  });

  test('says so where the browser hides everything', () => {
    expect(adapterName({})).toBe('unnamed GPU');
  });
});

describe('findAdapter', () => {
  const gpuWith = (adapter: unknown): GPU => ({ requestAdapter: async () => adapter }) as unknown as GPU;

  test('is unavailable in words without navigator.gpu', async () => {
    expect(await findAdapter(undefined)).toEqual({
      unavailable: 'This browser has no WebGPU, or the page is not served securely.',
    });
  });

  test('is unavailable in words where the adapter is null', async () => {
    expect(await findAdapter(gpuWith(null))).toEqual({ unavailable: 'WebGPU found no GPU that it may use.' });
  });

  test('takes an adapter without `info` for hardware', async () => {
    expect(await findAdapter(gpuWith({}))).toMatchObject({ name: 'unnamed GPU', isSoftware: false });
  });
});
