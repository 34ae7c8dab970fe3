import type { MatrixBlock, MultiplyArgs } from '../home.ts';
import { multiplyTiles } from '../multiply/index.ts';
import multiply from '../multiply/multiply.wgsl?raw';
import { gpuBufferOf } from './gpu-array.ts';
import { packSettings } from './pass.ts';
import type { Pass } from './pass.ts';
import { composeShader } from './shader.ts';

const EFFECTS: readonly MultiplyArgs['effect'][] = ['set', 'add', 'subtract'];
/** A tile is cut into parts of 32 × 32. */
const PARTS_OF_TILE = 16;
/** The most workgroups of one dimension that every device takes. */
const MOST_TILES = 65_535;

const place = ({ offset, stride }: MatrixBlock): readonly [number, number] => [offset, stride];

export function multiplyPasses(args: MultiplyArgs): readonly Pass[] {
  const { left, right, out, rows, depth, columns, tileBegin, tileEnd } = args;
  const shader = composeShader('multiply', {}, [multiply]);
  const flags = [args.leftTransposed, args.rightTransposed, args.part === 'lower'].map(Number);
  const shape = [...place(left), ...place(right), ...place(out), rows, depth, columns];
  const { across } = multiplyTiles(rows, columns);
  const passes: Pass[] = [];
  for (let begin = tileBegin; begin < tileEnd; begin += MOST_TILES) {
    passes.push({
      shader,
      settings: packSettings([...shape, begin, across, ...flags, EFFECTS.indexOf(args.effect)]),
      bindings: [left.buffer, right.buffer, out.buffer].map(gpuBufferOf),
      workgroups: [PARTS_OF_TILE, Math.min(MOST_TILES, tileEnd - begin)],
    });
  }
  return passes;
}
