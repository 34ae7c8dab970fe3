import { describe, expect, test } from 'vitest';
import type { Act, ShownMood } from '../../client/state.ts';
import { NO_MOOD } from '../../client/state.ts';
import { catalogueId } from '../../domain/ids.ts';
import type { EventKind } from '../../domain/events.ts';
import { historyOf, SHOP_ITEMS, shown } from '../testing/fake-shop.ts';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { undoSentence } from './undo-sentence.ts';

const about = (kind: EventKind, ...rows: readonly number[]) => ({
  events: historyOf(
    SHOP_ITEMS,
    rows.map((row) => [row, kind] as const),
    0,
  ).map((entry) => entry.event),
  items: rows.map((row) => SHOP_ITEMS[row]!),
});
const mood = (before: Partial<ShownMood>, now: Partial<ShownMood>): Act => ({
  kind: 'mood',
  before: { ...NO_MOOD, ...before },
  mood: { ...NO_MOOD, ...now },
});
const boots = shown(SHOP_ITEMS, 2);

describe('undoSentence', () => {
  test.each<readonly [Act, string]>([
    [{ kind: 'recorded', ...about('wish', 2) }, '“Tan leather walking boots” is on your wish list.'],
    [{ kind: 'order', ...about('purchase', 2, 4, 5) }, 'Bought 3 things, in pretence.'],
    [
      { kind: 'persona', persona: 'hiker', ...about('like', 2, 4) },
      'You have stepped into the weekend hiker: 2 likes are in your history.',
    ],
    [{ kind: 'taken-back', ...about('like', 2) }, 'Took back “Tan leather walking boots”.'],
    [{ kind: 'taken-back', ...about('like', 2, 4) }, 'Took back “Tan leather walking boots” and 1 more.'],
    [{ kind: 'muted', field: 'department', name: 'Garden' }, 'Nothing from Garden will be shown.'],
    [{ kind: 'unmuted', field: 'brand', name: 'Hearthby' }, 'Hearthby is shown again.'],
    [{ kind: 'run-removed', run: 'r1', model: 'ials' }, 'Took a run of ials off the board.'],
    [{ kind: 'catalogue-removed', id: catalogueId('x'), name: 'Films' }, 'Removed “Films” from this device.'],
    [mood({}, { more: [boots] }), 'More like “Tan leather walking boots”, for this visit.'],
    [mood({ more: [boots] }, { less: [boots] }), 'Less like “Tan leather walking boots”, for this visit.'],
    [mood({}, { departments: ['Garden'] }), 'In the mood for Garden, for this visit.'],
    [mood({ departments: ['Garden'] }, {}), 'No longer in the mood for Garden.'],
    [mood({ more: [boots] }, {}), '“Tan leather walking boots” no longer steers this visit.'],
    [mood({ more: [boots], departments: ['Garden'] }, {}), 'This visit’s mood is forgotten.'],
  ])('%# says %s', (act, sentence) => {
    expect(undoSentence(act, en)).toBe(sentence);
  });

  test('Chinese has a sentence of its own for an order', () => {
    expect(undoSentence({ kind: 'order', ...about('purchase', 2, 4, 5) }, zh)).toBe('买了 3 件（模拟）。');
  });
});
