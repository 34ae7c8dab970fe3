/** Entry of the WASM build: every kernel is (job, begin, end, scratch) over addresses that the host gives. */
export { gramian, gramianFinish } from './gramian/gramian.as';
export { multiply } from './multiply/multiply.as';
export { scoreTopK } from './score-top-k/score-top-k.as';
export { solveRows } from './solve-rows/solve-rows.as';
export { trainPairsByAdam } from './train-pairs/adam.as';
export { trainPairsBySgd } from './train-pairs/sgd.as';
