// One thread a number of a place in the sorted ids: the first place of a run moves its row by the sum of the run.
// Constants put in front: SORTED (its binding).
@group(0) @binding(SORTED) var<storage, read> sorted: array<u32>;   // see sort-ids.wgsl

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  let index = id.y * groups.x * 64u + id.x;
  let width = settings.width;
  let first = index / width;
  if (first >= settings.count) { return; }
  let row = sorted[first];
  if (row >= settings.limit) { return; }
  if (first > 0u) {
    if (sorted[first - 1u] == row) { return; }
  }
  let column = index % width;
  var sum = 0.0;
  for (var at = first; at < settings.count && sorted[at] == row; at++) {
    sum += gradients[sorted[settings.count + at] * width + column];
  }
  move_by(row * width + column, sum);
}
