import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HomebodyError } from '../domain/errors.ts';
import { DEMO_CATALOGUE, itemIndex } from '../domain/ids.ts';
import type { CatalogueId } from '../domain/ids.ts';
import { outcomeOf } from '../domain/outcome.ts';
import { FakeTab } from './testing/fake-tab.ts';

afterEach(() => vi.useRealTimers());

const names = (tab: FakeTab): readonly string[] => tab.state.catalogues.map((one) => one.name);
const isStored = (tab: FakeTab): boolean => tab.vault.catalogues.some((one) => one.name === 'films');

describe('removing a catalogue', () => {
  let tab: FakeTab;
  let films: CatalogueId;

  beforeEach(async () => {
    tab = new FakeTab();
    await tab.started();
    await tab.actions.importFiles([new File(['x'], 'ratings.csv')]);
    await vi.waitUntil(() => tab.engine.models.size === 2 && tab.state.training === null);
    films = tab.state.catalogue!.id;
    await tab.actions.record('like', itemIndex(4));
    await tab.actions.mute('brand', 'small');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  test('hides it at once and leaves it, but it is still there', async () => {
    await tab.actions.removeCatalogue(films);
    expect(names(tab)).toEqual(['demo']);
    expect(tab.state.catalogue?.id).toBe(DEMO_CATALOGUE);
    expect(tab.state.undoable?.act).toEqual({ kind: 'catalogue-removed', id: films, name: 'films' });
    expect(isStored(tab)).toBe(true);
    expect(tab.vault.settings['removal']).toEqual({ catalogue: films, at: 10_005 });
  });

  test('is undone with everything in it', async () => {
    await tab.actions.removeCatalogue(films);
    await tab.actions.undo();
    expect(names(tab)).toEqual(['demo', 'films']);
    expect(tab.state.catalogue?.id).toBe(films);
    expect(tab.state.history.map((entry) => entry.index)).toEqual([4]);
    expect(tab.state.muted.brands).toEqual(['small']);
    expect(tab.vault.settings['removal']).toBeNull();
    vi.advanceTimersByTime(20_000);
    vi.useRealTimers();
    await tab.actions.switchCatalogue(DEMO_CATALOGUE);
    expect(isStored(tab)).toBe(true);
  });

  test('whose undo fails can be undone again, and is carried out when that is not done', async () => {
    const failOnce = (): void => {
      vi.spyOn(tab.vault.api, 'saveSetting').mockImplementationOnce(() =>
        outcomeOf(() => {
          throw new HomebodyError('vault/quota', 'No room.');
        }),
      );
    };
    await tab.actions.removeCatalogue(films);
    failOnce();
    await tab.actions.undo();
    expect(tab.state.problem?.code).toBe('vault/quota');
    expect(tab.state.undoable?.act.kind).toBe('catalogue-removed');
    await tab.actions.undo();
    expect(names(tab)).toEqual(['demo', 'films']);
    await tab.actions.removeCatalogue(films);
    failOnce();
    await tab.actions.undo();
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    await expect.poll(() => isStored(tab)).toBe(false);
  });

  test('is carried out after ten seconds, with its events and its muted names', async () => {
    await tab.actions.removeCatalogue(films);
    await tab.actions.switchCatalogue(films);
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    await expect.poll(() => isStored(tab)).toBe(false);
    await expect.poll(() => tab.vault.settings).toEqual({ removal: null, muted: {} });
    expect(tab.vault.events).toEqual([]);
    expect(tab.engine.calls).toContain(`forgetCatalogue ${films}`);
    expect(tab.state.undoable).toBeNull();
    await expect.poll(() => tab.state.catalogue?.id).toBe(DEMO_CATALOGUE);
  });

  test('is carried out when something else is done: there is one way back at a time', async () => {
    await tab.actions.removeCatalogue(films);
    vi.useRealTimers();
    await tab.actions.record('like', itemIndex(6));
    await expect.poll(() => isStored(tab)).toBe(false);
    expect(tab.state.undoable?.act.kind).toBe('recorded');
    expect(names(tab)).toEqual(['demo']);
  });

  test('of which the page was closed in between is finished by the next visit', async () => {
    await tab.actions.removeCatalogue(films);
    vi.useRealTimers();
    const next = new FakeTab(tab.vault);
    next.now = 10_005;
    await next.client.start();
    expect(names(next)).toEqual(['demo']);
    await expect.poll(() => isStored(next)).toBe(false);
    await expect.poll(() => next.vault.settings['removal']).toBeNull();
    expect(next.state.problem).toBeNull();
  });

  test('is not finished by another tab that opens meanwhile, and follows what is undone', async () => {
    await tab.actions.removeCatalogue(films);
    const other = new FakeTab(tab.vault);
    other.now = 9_005;
    await other.client.start();
    expect(names(other)).toEqual(['demo']);
    await tab.actions.undo();
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    other.hear({ kind: 'log' });
    await expect.poll(() => names(other)).toEqual(['demo', 'films']);
    expect(isStored(other)).toBe(true);
  });
});

test('what another tab has muted or removed is followed', async () => {
  const tab = new FakeTab();
  await tab.started();
  await tab.actions.importFiles([new File(['x'], 'ratings.csv')]);
  tab.vault.settings = { muted: { films: { departments: [], brands: ['large'] } } };
  tab.hear({ kind: 'log' });
  await expect.poll(() => tab.state.muted.brands).toEqual(['large']);
  tab.vault.catalogues = tab.vault.catalogues.slice(0, 1);
  tab.vault.current = DEMO_CATALOGUE;
  tab.hear({ kind: 'log' });
  await expect.poll(() => tab.state.catalogue?.id).toBe(DEMO_CATALOGUE);
  await expect.poll(() => tab.state.feed?.catalogue).toBe(DEMO_CATALOGUE);
});
