import { HomebodyError } from '../../../domain/errors.ts';
import type { HomeName } from '../../../domain/training.ts';
import type { Autodiff } from './autodiff.ts';
import type { Backend } from './backend.ts';

/**
 * Tensors and gradients in the given home: on the GPU that the home runs on, on tfjs's WASM backend, or on its
 * backend of plain JavaScript. tfjs is downloaded here and not before. The caller disposes of it.
 * @throws 'home/unavailable'
 */
export async function openAutodiff(home: { readonly name: HomeName }): Promise<Autodiff> {
  try {
    const [{ TfAutodiff }, { openBackend }] = await Promise.all([
      import('./tf-autodiff.ts'),
      BACKENDS[home.name](),
    ]);
    return new TfAutodiff(home.name, await openBackend());
  } catch (error) {
    if (error instanceof HomebodyError) throw error;
    throw new HomebodyError('home/unavailable', `tfjs does not run in the home "${home.name}".`, {
      remedy: 'Choose another home.',
      cause: error,
    });
  }
}

const BACKENDS: Readonly<Record<HomeName, () => Promise<{ readonly openBackend: () => Promise<Backend> }>>> =
  {
    webgpu: () => import('./webgpu-backend.ts'),
    wasm: () => import('./wasm-backend.ts'),
    reference: () => import('./reference-backend.ts'),
  };
