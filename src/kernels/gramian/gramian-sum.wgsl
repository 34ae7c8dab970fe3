// out = Σ_slice partials[slice], the lower triangle mirrored from the upper tiles. One thread an element.
// Constants put in front: DIM.
const TILE = 32u;

struct Settings { slice_count: u32 }
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> partials: array<f32>;    // [slice_count, DIM, DIM]
@group(0) @binding(2) var<storage, read_write> out: array<f32>;   // [DIM, DIM]

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= DIM * DIM) { return; }
  let row = id.x / DIM;
  let column = id.x % DIM;
  // Only tiles on and above the diagonal were summed.
  let source = select(row * DIM + column, column * DIM + row, row / TILE > column / TILE);
  var sum = 0.0;
  for (var slice = 0u; slice < settings.slice_count; slice++) { sum += partials[slice * DIM * DIM + source]; }
  out[id.x] = sum;
}
