import { describe, expect, test } from 'vitest';
import {
  broughtIntoView,
  MAX_ZOOM,
  panned,
  project,
  projectionOf,
  WHOLE_MAP,
  zoomedAbout,
} from './camera.ts';
import type { Camera } from './camera.ts';

const BOX = { width: 236, height: 236 };

function pixelOf(camera: Camera, x: number, y: number): readonly number[] {
  const pixels = new Float32Array(2);
  project(Float32Array.of(x, y), projectionOf(BOX, camera), pixels);
  return [...pixels];
}

describe('projection', () => {
  test('the middle of the map is the middle of the box, its corners 18 px inside', () => {
    expect(pixelOf(WHOLE_MAP, 0, 0)).toEqual([118, 118]);
    expect(pixelOf(WHOLE_MAP, -1, -1)).toEqual([18, 218]);
  });

  test('y points upwards', () => {
    expect(pixelOf(WHOLE_MAP, 0, 1)).toEqual([118, 18]);
  });

  test('a wide box stretches the map to 1.9 times its height and no further', () => {
    const { scaleX, scaleY } = projectionOf({ width: 1036, height: 236 }, WHOLE_MAP);
    expect(scaleY).toBe(100);
    expect(scaleX).toBeCloseTo(190, 10);
  });
});

describe('zoom', () => {
  test('leaves what is under the pointer where it is', () => {
    const zoomed = zoomedAbout(WHOLE_MAP, BOX, 168, 68, 2);
    expect(zoomed).toEqual({ zoom: 2, x: 0.25, y: 0.25 });
    expect(pixelOf(zoomed, 0.5, 0.5)).toEqual([168, 68]);
  });

  test('ends at 12 and at the whole map', () => {
    expect(zoomedAbout(WHOLE_MAP, BOX, 0, 0, 100).zoom).toBe(MAX_ZOOM);
    expect(zoomedAbout({ zoom: 3, x: 0.6, y: -0.6 }, BOX, 200, 40, 0.01)).toEqual(WHOLE_MAP);
  });
});

describe('panning', () => {
  test('follows the finger: 50 px to the right at twice the size is a quarter of a unit', () => {
    expect(panned({ zoom: 2, x: 0, y: 0 }, BOX, 50, 0)).toEqual({ zoom: 2, x: -0.25, y: 0 });
  });

  test('the whole map stays where it is', () => {
    expect(panned(WHOLE_MAP, BOX, 80, -80)).toEqual(WHOLE_MAP);
  });

  test('stops where the edge of the map comes in', () => {
    expect(panned({ zoom: 2, x: 0, y: 0 }, BOX, -1000, 0).x).toBe(0.5);
  });

  test('brings a pixel into view by the shortest way, and moves nothing for one that is', () => {
    const camera = { zoom: 4, x: 0, y: 0 };
    expect(broughtIntoView(camera, BOX, 100, 100, 24)).toBe(camera);
    expect(broughtIntoView(camera, BOX, 252, 100, 24)).toEqual({ zoom: 4, x: 0.1, y: 0 });
  });
});
