import mergeTopK from '../score-top-k/merge-top-k.wgsl?raw';
import scoreTopK from '../score-top-k/score-top-k.wgsl?raw';
import selection from '../score-top-k/selection.wgsl?raw';
import { laneOf } from './lane.ts';
import { packSettings } from './pass.ts';
import type { Pass, Scratch } from './pass.ts';
import { composeShader } from './shader.ts';

/** With fewer queries than this, each query's items are split into runs to fill the GPU. */
const WORKGROUPS = 64;
/** Fewer items than this are not worth a run of their own. */
const LEAST_ITEMS = 1024;
/** Multiply-adds of one pass, so that it takes milliseconds at most on a GPU, and less than a second on a CPU. */
const PASS_WORK = 2 ** 26;
/** Most workgroups along one axis that every device allows. */
const MAX_WORKGROUPS = 65_535;

export interface ScoreTopKBuffers {
  readonly queries: GPUBuffer;
  readonly queryCount: number;
  readonly items: GPUBuffer;
  readonly itemCount: number;
  readonly dim: number;
  readonly excludedOffsets: GPUBuffer;
  readonly excluded: GPUBuffer;
  readonly k: number;
  readonly outItems: GPUBuffer;
  readonly outScores: GPUBuffer;
}

/**
 * The k best of each run of items, then, where there are several runs, the k best of those. Workgroups of
 * `threads`, a divisor of 256.
 */
export function scoreTopKPasses(args: ScoreTopKBuffers, scratch: Scratch, threads: number): readonly Pass[] {
  const { queryCount, itemCount, dim, k } = args;
  const runs = Math.max(
    1,
    Math.min(Math.ceil(itemCount / LEAST_ITEMS), Math.ceil(WORKGROUPS / Math.max(1, queryCount))),
  );
  const itemsPerRun = Math.ceil(itemCount / runs);
  const fitting = Math.floor(PASS_WORK / Math.max(1, itemCount * dim));
  const queriesPerPass = Math.min(MAX_WORKGROUPS, Math.max(1, fitting));
  const scoring = composeShader('score-top-k', { DIM: dim, THREADS: threads }, [
    laneOf(dim),
    selection,
    scoreTopK,
  ]);
  const merging = composeShader('merge-top-k', { THREADS: threads }, [selection, mergeTopK]);
  const lists = Math.min(queriesPerPass, queryCount) * runs * k;
  const listItems = runs === 1 ? args.outItems : scratch('top-k items', lists);
  const listScores = runs === 1 ? args.outScores : scratch('top-k scores', lists);
  const passes: Pass[] = [];
  for (let first = 0; first < queryCount; first += queriesPerPass) {
    const count = Math.min(queriesPerPass, queryCount - first);
    passes.push({
      shader: scoring,
      settings: packSettings([first, itemCount, itemsPerRun, runs, runs === 1 ? first * k : 0, k]),
      bindings: [args.queries, args.items, args.excludedOffsets, args.excluded, listItems, listScores],
      workgroups: [count, runs],
    });
    if (runs === 1) continue;
    passes.push({
      shader: merging,
      settings: packSettings([first, runs * k, k]),
      bindings: [listItems, listScores, args.outItems, args.outScores],
      workgroups: [count, 1],
    });
  }
  return passes;
}
