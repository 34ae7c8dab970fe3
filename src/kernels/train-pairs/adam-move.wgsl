// Third pass of a batch, one thread a lane of a touched row: the row moves.
@group(0) @binding(2) var<storage, read> moved: array<Lane>;   // [place_count, LANES]
@group(0) @binding(3) var<storage, read_write> user_embeddings: array<Lane>;
@group(0) @binding(4) var<storage, read_write> item_embeddings: array<Lane>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  let index = id.y * groups.x * 64u + id.x;
  let place = index / LANES;
  if (place >= settings.place_count) { return; }
  let at = u32(plan[settings.rows_at + settings.first_place + place]) * LANES + index % LANES;
  if (place < settings.user_places) { user_embeddings[at] = moved[index]; }
  else { item_embeddings[at] = moved[index]; }
}
