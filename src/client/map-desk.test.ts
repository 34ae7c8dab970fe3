import { beforeEach, expect, test } from 'vitest';
import type { ConstellationFrame } from '../domain/constellation.ts';
import { HomebodyError } from '../domain/errors.ts';
import { catalogueId, DEMO_CATALOGUE, itemIndex } from '../domain/ids.ts';
import { FakeTab } from './testing/fake-tab.ts';

const frame = (catalogue = DEMO_CATALOGUE): ConstellationFrame => ({
  catalogue,
  run: 1,
  items: Int32Array.of(3),
  department: Int32Array.of(0),
  positions: Float32Array.of(0.5, -0.5),
  epoch: 1,
  epochs: 2,
  settled: false,
});

let tab: FakeTab;
beforeEach(() => {
  tab = new FakeTab();
});

test('looked at before anything is open, it is shown as soon as there is a catalogue', async () => {
  tab.actions.showConstellation();
  expect(tab.map).toBeNull();
  await tab.started();
  await expect.poll(() => tab.map).toEqual({ catalogue: DEMO_CATALOGUE, points: 1200, also: [], seed: 1 });
});

test('has the visitor’s own items, each once', async () => {
  await tab.started();
  await tab.actions.record('like', itemIndex(4));
  await tab.actions.record('cart', itemIndex(4));
  tab.actions.showConstellation();
  await expect.poll(() => tab.map?.also).toEqual([4]);
});

test('draws frames of the current catalogue while it is looked at', async () => {
  await tab.started();
  tab.actions.showConstellation();
  tab.actions.showConstellation();
  await expect.poll(() => tab.mapsShown).toBe(1);
  const newest = frame();
  tab.sendFrame(newest);
  expect(tab.state.constellation).toBe(newest);
  tab.sendFrame(frame(catalogueId('elsewhere')));
  expect(tab.state.constellation).toBe(newest);
  tab.actions.hideConstellation();
  await expect.poll(() => tab.map).toBeNull();
  tab.sendFrame(frame());
  expect(tab.state.constellation).toBeNull();
});

test('follows to another catalogue, without a frame of the old one', async () => {
  await tab.started();
  tab.actions.showConstellation();
  await expect.poll(() => tab.mapsShown).toBe(1);
  tab.sendFrame(frame());
  await tab.actions.importFiles([new File(['x'], 'ratings.csv')]);
  await expect.poll(() => tab.map?.catalogue).toBe('films');
  expect(tab.state.constellation).toBeNull();
});

test('is shown again by the engine that takes a dead one’s place', async () => {
  await tab.started();
  tab.actions.showConstellation();
  await expect.poll(() => tab.mapsShown).toBe(1);
  tab.engineWorkers[0]?.die();
  await expect.poll(() => tab.mapsShown).toBe(2);
});

test('looked at only in passing, it is not drawn', async () => {
  await tab.started();
  tab.actions.showConstellation();
  tab.actions.hideConstellation();
  await tab.actions.record('like', itemIndex(4));
  expect(tab.mapsShown).toBe(0);
});

test('a room that could not be opened is said, and is tried again with the next look', async () => {
  await tab.started();
  tab.mapFailure = new HomebodyError('worker/died', 'It could not be fetched.');
  tab.actions.showConstellation();
  await expect.poll(() => tab.state.problem?.code).toBe('worker/died');
  tab.actions.hideConstellation();
  tab.mapFailure = null;
  tab.actions.showConstellation();
  await expect.poll(() => tab.mapsShown).toBe(1);
});
