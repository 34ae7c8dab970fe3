import type { HomeOutlook, Unavailable } from './home-provider.ts';

/** What an adapter says of itself; every field may be missing or empty in some browser. */
export interface AdapterWords {
  readonly vendor?: string;
  readonly architecture?: string;
  readonly device?: string;
  readonly description?: string;
  readonly isFallbackAdapter?: boolean;
}

export interface FoundAdapter extends HomeOutlook {
  readonly adapter: GPUAdapter;
  readonly name: string;
}

/** SwiftShader (Chromium), llvmpipe and lavapipe (Mesa), WARP (Windows). */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|basic render|\bwarp\b|\bsoftware\b/i;

/** Whether the CPU plays the GPU. */
export function isSoftwareAdapter(words: AdapterWords): boolean {
  return words.isFallbackAdapter === true || SOFTWARE.test(wordsOf(words).join(' '));
}

/** Name for people: the driver's own, else vendor and architecture. */
export function adapterName(words: AdapterWords): string {
  return words.description || wordsOf(words).join(' ') || 'unnamed GPU';
}

function wordsOf({ vendor, architecture, device, description }: AdapterWords): string[] {
  return [vendor, architecture, device, description].filter(
    (word): word is string => word !== undefined && word !== '',
  );
}

/**
 * Asks for the adapter that tfjs would ask for, and does not crash where there is none.
 * `gpu`: `navigator.gpu`, undefined where the browser has no WebGPU.
 */
export async function findAdapter(gpu: GPU | undefined): Promise<FoundAdapter | Unavailable> {
  if (!gpu) return { unavailable: 'This browser has no WebGPU, or the page is not served securely.' };
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return { unavailable: 'WebGPU found no GPU that it may use.' };
  // Older browsers have no `info`; those that do not say that an adapter is a fallback have no fallbacks.
  const words: AdapterWords = (adapter as Partial<GPUAdapter>).info ?? {};
  return { adapter, name: adapterName(words), isSoftware: isSoftwareAdapter(words) };
}
