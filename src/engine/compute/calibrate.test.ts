import { describe, expect, test } from 'vitest';
import { calibrate } from './calibrate.ts';
import { createFakeClock, createFakeHome } from './testing/fake-home.ts';

describe('calibrate', () => {
  test('is the time of one round on the given clock: a home of 12 ms a round takes 12 ms', async () => {
    const clock = createFakeClock();
    expect(await calibrate(createFakeHome('wasm', { clock, costMs: 12 }), clock.now)).toBe(12);
  });

  test('measures about 30 ms: a warm-up and three rounds of 12 ms', async () => {
    const clock = createFakeClock();
    await calibrate(createFakeHome('wasm', { clock, costMs: 12 }), clock.now);
    expect(clock.ms).toBe(48);
  });

  test('measures a slow home once', async () => {
    const clock = createFakeClock();
    expect(await calibrate(createFakeHome('reference', { clock, costMs: 900 }), clock.now)).toBe(900);
    expect(clock.ms).toBe(1800);
  });

  test('leaves no buffer behind, also when the answers are wrong', async () => {
    const clock = createFakeClock();
    const right = createFakeHome('wasm', { clock, costMs: 40 });
    await calibrate(right, clock.now);
    expect(right.liveBuffers()).toBe(0);
    const wrong = createFakeHome('webgpu', { clock, wrong: true });
    await expect(calibrate(wrong, clock.now)).rejects.toThrow(
      'The webgpu home (fake webgpu) computes wrong answers.',
    );
    expect(wrong.liveBuffers()).toBe(0);
  });
});
