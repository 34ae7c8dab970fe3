// Second pass of a batch, one thread a lane of a touched row: its gradient, summed in the order of the pairs, its
// moments, and where it moves to. The rows themselves stay as they are until all gradients are summed.
@group(0) @binding(2) var<storage, read> user_embeddings: array<Lane>;
@group(0) @binding(3) var<storage, read> item_embeddings: array<Lane>;
@group(0) @binding(4) var<storage, read> factors: array<f32>;                // [pair_count, 3]
@group(0) @binding(5) var<storage, read_write> user_moments: array<Lane>;    // [2, user_count, LANES]
@group(0) @binding(6) var<storage, read_write> item_moments: array<Lane>;    // [2, item_count, LANES]
@group(0) @binding(7) var<storage, read_write> moved: array<Lane>;           // [place_count, LANES]

// A pair's part in the gradient of its user, at a lane.
fn for_user(pair: u32, lane: u32) -> Lane {
  let at = (settings.first_pair + pair) * STRIDE;
  var y = item_embeddings[u32(plan[at + 1u]) * LANES + lane];
  if (RIVALS == 1u) { y -= item_embeddings[u32(plan[at + 2u]) * LANES + lane]; }
  return factors[3u * pair] * user_slope_of(y, lane);
}

// … of its item, or, with the other sign, of its rival.
fn for_item(pair: u32, is_rival: bool, lane: u32) -> Lane {
  var x = user_embeddings[u32(plan[(settings.first_pair + pair) * STRIDE]) * LANES + lane];
  if (BIASED == 1u && lane == LANES - 1u) { x = with_last(x, 1.0); }
  return select(1.0, -1.0, is_rival) * factors[3u * pair] * x;
}

fn first_moment(m: Lane, gradient: Lane) -> Lane {
  return settings.beta1 * m + (1.0 - settings.beta1) * gradient;
}

fn second_moment(v: Lane, gradient: Lane) -> Lane {
  return settings.beta2 * v + (1.0 - settings.beta2) * gradient * gradient;
}

fn step_of(m: Lane, v: Lane) -> Lane {
  return settings.rate * m / (sqrt(v) + settings.epsilon);
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  let index = id.y * groups.x * 64u + id.x;
  let place = index / LANES;
  let lane = index % LANES;
  if (place >= settings.place_count) { return; }
  let of_user = place < settings.user_places;
  let planned = settings.first_place + place;
  let at = u32(plan[settings.rows_at + planned]) * LANES + lane;
  let begin = settings.members_at + u32(plan[settings.offsets_at + planned]);
  let end = settings.members_at + u32(plan[settings.offsets_at + planned + 1u]);
  var gradient = Lane();
  for (var i = begin; i < end; i++) {
    let pair = u32(plan[i]) >> 1u;
    if (of_user) { gradient += for_user(pair, lane); }
    else { gradient += for_item(pair, (plan[i] & 1) == 1, lane); }
  }
  if (of_user) {
    let m = first_moment(user_moments[at], gradient);
    let v = second_moment(user_moments[settings.user_count * LANES + at], gradient);
    user_moments[at] = m;
    user_moments[settings.user_count * LANES + at] = v;
    moved[index] = user_embeddings[at] - step_of(m, v);
  } else {
    let m = first_moment(item_moments[at], gradient);
    let v = second_moment(item_moments[settings.item_count * LANES + at], gradient);
    item_moments[at] = m;
    item_moments[settings.item_count * LANES + at] = v;
    moved[index] = item_embeddings[at] - step_of(m, v);
  }
}
