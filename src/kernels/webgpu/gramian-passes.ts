import gramian from '../gramian/gramian.wgsl?raw';
import gramianSum from '../gramian/gramian-sum.wgsl?raw';
import { packSettings } from './pass.ts';
import type { Pass, Scratch } from './pass.ts';
import { composeShader } from './shader.ts';

const TILE = 32;
/** Enough workgroups to fill a GPU; each costs dim² partial sums. */
const WORKGROUPS = 256;
/** Fewer rows than this are not worth a workgroup of their own. */
const LEAST_ROWS = 128;

export interface GramianBuffers {
  readonly rows: GPUBuffer;
  readonly rowCount: number;
  readonly dim: number;
  readonly out: GPUBuffer;
}

/** Partial sums over slices of the rows, tile by tile, then their total. */
export function gramianPasses(args: GramianBuffers, scratch: Scratch): readonly Pass[] {
  const { rows, rowCount, dim, out } = args;
  const tiles = Math.ceil(dim / TILE);
  const tilePairs = (tiles * (tiles + 1)) / 2;
  const mostSlices = Math.ceil(WORKGROUPS / tilePairs);
  const rowsPerSlice = Math.max(LEAST_ROWS, Math.ceil(rowCount / mostSlices));
  const slices = Math.ceil(rowCount / rowsPerSlice);
  const partials = scratch('gramian', Math.max(1, slices) * dim * dim);
  const total: Pass = {
    shader: composeShader('gramian-sum', { DIM: dim }, [gramianSum]),
    settings: packSettings([slices]),
    bindings: [partials, out],
    workgroups: [Math.ceil((dim * dim) / 64), 1],
  };
  if (slices === 0) return [total];
  const sums: Pass = {
    shader: composeShader('gramian', { DIM: dim }, [gramian]),
    settings: packSettings([rowCount, rowsPerSlice]),
    bindings: [rows, partials],
    workgroups: [tilePairs, slices],
  };
  return [sums, total];
}
