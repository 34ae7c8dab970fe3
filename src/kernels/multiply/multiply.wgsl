// Tiles of left · right. Workgroup (part, tile): the part'th 32 × 32 of the tile; 8 × 8 threads, 4 × 4 sums each.
const TILE = 128u;
const PART = 32u;
const PARTS = 4u;    // of a tile, across and down
const QUADS = 8u;    // vec4s across a part
const DEPTH = 16u;   // depths held in workgroup memory at a time

struct Settings {
  left_offset: u32, left_stride: u32,
  right_offset: u32, right_stride: u32,
  out_offset: u32, out_stride: u32,
  rows: u32, depth: u32, columns: u32,
  tile_begin: u32, tiles_across: u32,
  // 0 or 1.
  left_transposed: u32, right_transposed: u32, lower: u32,
  // 0 set, 1 add, 2 subtract.
  effect: u32,
}
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> left_values: array<f32>;
@group(0) @binding(2) var<storage, read> right_values: array<f32>;
@group(0) @binding(3) var<storage, read_write> out: array<f32>;

// By depth, then by row or column of the part.
var<workgroup> left: array<vec4<f32>, QUADS * DEPTH>;
var<workgroup> right: array<vec4<f32>, QUADS * DEPTH>;

fn left_value(row: u32, depth: u32) -> f32 {
  if (row >= settings.rows || depth >= settings.depth) { return 0.0; }
  let line = select(row, depth, settings.left_transposed == 1u);
  let place = select(depth, row, settings.left_transposed == 1u);
  return left_values[settings.left_offset + line * settings.left_stride + place];
}

fn right_value(depth: u32, column: u32) -> f32 {
  if (column >= settings.columns || depth >= settings.depth) { return 0.0; }
  let line = select(depth, column, settings.right_transposed == 1u);
  let place = select(column, depth, settings.right_transposed == 1u);
  return right_values[settings.right_offset + line * settings.right_stride + place];
}

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let tile = settings.tile_begin + group.y;
  let tile_row = tile / settings.tiles_across;
  let tile_column = tile % settings.tiles_across;
  let row = tile_row * TILE + (group.x / PARTS) * PART;
  let column = tile_column * TILE + (group.x % PARTS) * PART;
  if (settings.lower == 1u && tile_column > tile_row) { return; }

  let down = thread / QUADS;
  let across = thread % QUADS;
  var sum0 = vec4<f32>();
  var sum1 = vec4<f32>();
  var sum2 = vec4<f32>();
  var sum3 = vec4<f32>();
  for (var first = 0u; first < settings.depth; first += DEPTH) {
    for (var k = down; k < DEPTH; k += 8u) {
      let depth = first + k;
      let r = row + across * 4u;
      let c = column + across * 4u;
      left[k * QUADS + across] = vec4<f32>(
        left_value(r, depth), left_value(r + 1u, depth), left_value(r + 2u, depth), left_value(r + 3u, depth));
      right[k * QUADS + across] = vec4<f32>(
        right_value(depth, c), right_value(depth, c + 1u), right_value(depth, c + 2u), right_value(depth, c + 3u));
    }
    workgroupBarrier();
    for (var k = 0u; k < DEPTH; k++) {
      let a = left[k * QUADS + down];
      let b = right[k * QUADS + across];
      sum0 += a.x * b;
      sum1 += a.y * b;
      sum2 += a.z * b;
      sum3 += a.w * b;
    }
    workgroupBarrier();
  }
  let sums = array<vec4<f32>, 4>(sum0, sum1, sum2, sum3);
  for (var i = 0u; i < 4u; i++) {
    let r = row + down * 4u + i;
    for (var j = 0u; j < 4u; j++) {
      let c = column + across * 4u + j;
      if (r < settings.rows && c < settings.columns) {
        let at = settings.out_offset + r * settings.out_stride + c;
        if (settings.effect == 0u) { out[at] = sums[i][j]; }
        else if (settings.effect == 1u) { out[at] += sums[i][j]; }
        else { out[at] -= sums[i][j]; }
      }
    }
  }
}
