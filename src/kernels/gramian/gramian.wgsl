// Sums of rows[r] rows[r]ᵀ over one slice of the rows, for one 32 × 32 tile of the upper triangle.
// Workgroup (pair, slice): 8 × 8 threads, 4 × 4 sums each. gramian-sum.wgsl adds the slices up.
// Constants put in front: DIM.
const TILE = 32u;
const QUADS = 8u;    // vec4s in a tile's row
const DEPTH = 16u;   // rows held in workgroup memory at a time
const TILES = (DIM + TILE - 1u) / TILE;

struct Settings { row_count: u32, rows_per_slice: u32 }
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> rows: array<f32>;             // [row_count, DIM]
@group(0) @binding(2) var<storage, read_write> partials: array<f32>;   // [slices, DIM, DIM]

var<workgroup> left: array<vec4<f32>, QUADS * DEPTH>;
var<workgroup> right: array<vec4<f32>, QUADS * DEPTH>;

fn value(row: u32, column: u32) -> f32 {
  if (column >= DIM) { return 0.0; }
  return rows[row * DIM + column];
}

fn quad(row: u32, end: u32, column: u32) -> vec4<f32> {
  if (row >= end) { return vec4<f32>(); }
  return vec4<f32>(value(row, column), value(row, column + 1u), value(row, column + 2u), value(row, column + 3u));
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  // The pair'th tile of the upper triangle, row by row.
  var tile_row = 0u;
  var tile_column = group.x;
  for (var width = TILES; tile_column >= width; width -= 1u) {
    tile_column -= width;
    tile_row += 1u;
  }
  tile_column += tile_row;

  let begin = group.y * settings.rows_per_slice;
  let end = min(settings.row_count, begin + settings.rows_per_slice);
  let down = thread / QUADS;
  let across = thread % QUADS;
  var sum0 = vec4<f32>();
  var sum1 = vec4<f32>();
  var sum2 = vec4<f32>();
  var sum3 = vec4<f32>();
  for (var first = begin; first < end; first += DEPTH) {
    for (var depth = down; depth < DEPTH; depth += 8u) {
      left[depth * QUADS + across] = quad(first + depth, end, tile_row * TILE + across * 4u);
      right[depth * QUADS + across] = quad(first + depth, end, tile_column * TILE + across * 4u);
    }
    workgroupBarrier();
    for (var depth = 0u; depth < DEPTH; depth++) {
      let a = left[depth * QUADS + down];
      let b = right[depth * QUADS + across];
      sum0 += a.x * b;
      sum1 += a.y * b;
      sum2 += a.z * b;
      sum3 += a.w * b;
    }
    workgroupBarrier();
  }
  let sums = array<vec4<f32>, 4>(sum0, sum1, sum2, sum3);
  for (var i = 0u; i < 4u; i++) {
    let row = tile_row * TILE + down * 4u + i;
    for (var j = 0u; j < 4u; j++) {
      let column = tile_column * TILE + across * 4u + j;
      if (row < DIM && column < DIM) { partials[(group.y * DIM + row) * DIM + column] = sums[i][j]; }
    }
  }
}
