// out[s] = Σ of the rows with id s, in their order. One thread a number of the output: it finds its run in the sorted
// ids by bisection.
struct Settings { count: u32, segment_count: u32, width: u32 }
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> sorted: array<u32>;      // see sort-ids.wgsl
@group(0) @binding(2) var<storage, read> rows: array<f32>;        // [count, width]
@group(0) @binding(3) var<storage, read_write> sums: array<f32>;  // [segment_count, width]

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  let index = id.y * groups.x * 64u + id.x;
  let width = settings.width;
  let segment = index / width;
  if (segment >= settings.segment_count) { return; }
  var low = 0u;
  var high = settings.count;
  while (low < high) {
    let middle = (low + high) / 2u;
    if (sorted[middle] < segment) { low = middle + 1u; } else { high = middle; }
  }
  var sum = 0.0;
  for (var at = low; at < settings.count && sorted[at] == segment; at++) {
    sum += rows[sorted[settings.count + at] * width + index % width];
  }
  sums[index] = sum;
}
