import { expect, test } from 'vitest';
import { WHOLE_MAP } from './camera.ts';
import { MapCamera } from './map-camera.ts';

test('half the way from the whole map to four times its size is twice its size', () => {
  const camera = new MapCamera();
  camera.send({ zoom: 4, x: 0.5, y: -0.5 }, true);
  expect(camera.now).toEqual(WHOLE_MAP);
  expect(camera.step(0.5)).toBe(false);
  expect(camera.now.zoom).toBeCloseTo(2, 10);
  expect(camera.now.x).toBe(0.25);
  expect(camera.goal.zoom).toBe(4);
});

test('arrives exactly', () => {
  const camera = new MapCamera();
  camera.send({ zoom: 3, x: 0.1, y: 0.2 }, true);
  let steps = 1;
  while (!camera.step(0.4)) steps++;
  expect(camera.now).toEqual({ zoom: 3, x: 0.1, y: 0.2 });
  expect(steps).toBeLessThan(20);
});

test('without gliding it is there at once', () => {
  const camera = new MapCamera();
  camera.send({ zoom: 2, x: 0, y: 0 }, false);
  expect(camera.now.zoom).toBe(2);
});
