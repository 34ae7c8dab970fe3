// What the updates in place share.
struct Settings { count: u32, limit: u32, width: u32, rate: f32, beta1: f32, beta2: f32, epsilon: f32 }
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read_write> weight: array<f32>;
@group(0) @binding(2) var<storage, read> gradients: array<f32>;
