// The system of one row and the product with its matrix; see SolveRowsArgs. For a whole workgroup.
// The matrix is never formed. A product with it takes the row's entries a tile at a time: first a thread an entry
// (y_j · p), then a thread a lane of the result (Σ_j s_j y_j), the spare threads sharing the entries in groups.
// Constants put in front: DIM, THREADS. Lane: see lane-*.wgsl.
const TILE = 64u;                                  // entries taken at a time
const LANES = DIM / WIDTH;
const SPAN = min(LANES, THREADS);                  // threads across a vector
const PARTS = (LANES + SPAN - 1u) / SPAN;          // lanes of a vector that one thread holds
const GROUPS = THREADS / SPAN;                     // groups of SPAN threads
alias Share = array<Lane, PARTS>;                  // lanes thread, thread + SPAN, … of a vector

struct Settings {
  row_begin: u32,
  cg_steps: u32,
  unobserved_weight: f32,
  residual_relative: f32,
  residual_absolute: f32,
}
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> row_offsets: array<i32>;
@group(0) @binding(2) var<storage, read> columns: array<i32>;
@group(0) @binding(3) var<storage, read> weights: array<f32>;
@group(0) @binding(4) var<storage, read> fixed: array<Lane>;            // [columnCount, LANES]
@group(0) @binding(5) var<storage, read> gramian: array<Lane>;          // [DIM, LANES]
@group(0) @binding(6) var<storage, read> regularisation: array<f32>;
@group(0) @binding(7) var<storage, read_write> solution: array<Lane>;   // [rowCount, LANES]
@group(0) @binding(8) var<storage, read_write> row_loss: array<f32>;

var<workgroup> direction: array<Lane, LANES>;      // the vector that is multiplied: x, then p
var<workgroup> elements: array<f32, DIM>;          // the same, element by element
var<workgroup> scales: array<f32, TILE>;           // s_j of the entries in hand
var<workgroup> starts: array<u32, TILE>;           // where their y_j begin in `fixed`
var<workgroup> gathered: array<Lane, THREADS>;
var<workgroup> summands: array<f32, 2u * THREADS>;
var<private> loss: f32;

fn set_direction(i: u32, lane: Lane) {
  direction[i] = lane;
  for (var j = 0u; j < WIDTH; j++) { elements[i * WIDTH + j] = element(lane, j); }
}

// Σ over the first `count` threads. Two alternating slots save a barrier: a slot is read out before it is reused.
fn sum_over(thread: u32, count: u32, slot: u32, value: f32) -> f32 {
  summands[slot * THREADS + thread] = value;
  workgroupBarrier();
  var sum = 0.0;
  for (var i = 0u; i < count; i++) { sum += summands[slot * THREADS + i]; }
  return sum;
}

// A · direction, or with `initial` b − A · direction and this thread's part of the loss. Valid where thread < SPAN.
fn multiply(thread: u32, row: u32, begin: u32, end: u32, initial: bool) -> Share {
  let lane = thread % SPAN;
  let group = thread / SPAN;
  let sense = select(1.0, -1.0, initial);
  var product = Share();
  if (group < GROUPS) {
    for (var part = 0u; part < PARTS; part++) {
      var sum = Lane();
      for (var i = group; i < DIM; i += GROUPS) { sum += elements[i] * gramian[i * LANES + lane + part * SPAN]; }
      product[part] = (sense * settings.unobserved_weight) * sum;
    }
  }
  for (var first = begin; first < end; first += TILE) {
    let count = min(TILE, end - first);
    for (var j = thread; j < count; j += THREADS) {
      let start = u32(columns[first + j]) * LANES;
      var sums = Lane();
      for (var i = 0u; i < LANES; i++) { sums += fixed[start + i] * direction[i]; }
      let weight = weights[first + j];
      let miss = select(0.0, sign(weight), initial) - sum_of(sums);
      loss += abs(weight) * miss * miss;
      scales[j] = -sense * abs(weight) * miss;
      starts[j] = start;
    }
    workgroupBarrier();
    if (group < GROUPS) {
      for (var part = 0u; part < PARTS; part++) {
        var sum = Lane();
        for (var j = group; j < count; j += GROUPS) { sum += scales[j] * fixed[starts[j] + lane + part * SPAN]; }
        product[part] += sum;
      }
    }
    workgroupBarrier();
  }
  if (GROUPS > 1u) {
    gathered[thread] = product[0];
    workgroupBarrier();
    for (var i = 1u; i < GROUPS; i++) { product[0] += gathered[(i * SPAN + thread) % THREADS]; }
  }
  let diagonal = sense * regularisation[row];
  for (var part = 0u; part < PARTS; part++) { product[part] += diagonal * direction[min(lane + part * SPAN, LANES - 1u)]; }
  return product;
}
