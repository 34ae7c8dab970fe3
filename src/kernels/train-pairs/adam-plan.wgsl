// What the passes of one batch by Adam share: the host's plan of it (see webgpu/pair-plan.ts).
// Constants put in front: DIM, BIASED, RIVALS (1: yes, 0: no).
const LANES = DIM / WIDTH;
// Words of a pair in the plan: user, item, rival.
const STRIDE = 2u + RIVALS;

struct Settings {
  first_pair: u32,      // of the plan
  pair_count: u32,
  first_label: u32,     // where the batch begins in labels and losses
  first_place: u32,     // of the plan
  user_places: u32,     // places of users come first
  place_count: u32,
  members_at: u32,
  offsets_at: u32,
  rows_at: u32,
  user_count: u32,
  item_count: u32,
  rate: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
}
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> plan: array<i32>;

// ∂s/∂x of the pair: what the user's row meets.
fn user_slope_of(y: Lane, lane: u32) -> Lane {
  // The user's bias is in the score of both, item and rival.
  if (BIASED == 1u && lane == LANES - 1u) { return with_last(y, 1.0 - f32(RIVALS)); }
  return y;
}
