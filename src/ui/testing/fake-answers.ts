import type { FeedCard, HomebodyActions, HomebodyState } from '../../client/state.ts';
import type { Item } from '../../domain/item.ts';
import { cardsOf, shown } from './fake-shop.ts';

type Answers = Pick<
  HomebodyActions,
  'explain' | 'product' | 'quickPicks' | 'personas' | 'browse' | 'previewTakeBack' | 'whatMoved' | 'itemsAt'
>;

const PLACES = 12;
const PERSONAS: Readonly<Record<string, readonly number[]>> = {
  hiker: [2, 8, 11, 23],
  baker: [0, 5, 20, 10],
  gardener: [7, 18, 21, 31],
  reader: [6, 15, 9, 19],
  maker: [14, 38, 5, 37],
  family: [13, 16, 10, 45],
};

/** What the page asks for and keeps no state of. */
export function answersOf(items: readonly Item[], get: () => HomebodyState): Answers {
  /** The shelves without what shares a department with the events, and with it in front. */
  const withoutAndWith = (
    itemIds: ReadonlySet<string>,
  ): readonly [readonly FeedCard[], readonly FeedCard[]] => {
    const cards = get().cards ?? [];
    const departments = new Set(items.filter((one) => itemIds.has(one.id)).map((one) => one.department));
    const near = cards.filter((card) => departments.has(card.item.department));
    const rest = cards.filter((card) => !departments.has(card.item.department));
    const mixed = [...rest.slice(0, 3), ...near, ...rest.slice(3)];
    return [[...rest, ...near].slice(0, PLACES), mixed.slice(0, PLACES)];
  };

  return {
    async quickPicks(passed) {
      const picks: number[] = [];
      const departments = new Set<string>();
      for (let i = 0; i < 24 && picks.length < 3; i++) {
        const { department } = items[i]!;
        if (passed.some((one) => one === i) || departments.has(department)) continue;
        departments.add(department);
        picks.push(i);
      }
      return picks.map((i) => shown(items, i));
    },
    async personas() {
      if (get().catalogue?.origin !== 'demo') return [];
      return Object.entries(PERSONAS).map(([id, likes]) => ({
        id,
        likes: likes.map((i) => shown(items, i)),
      }));
    },
    async browse(department, k) {
      const { muted, model } = get();
      const rows = [...items.keys()].filter(
        (i) => items[i]!.department === department && !muted.brands.includes(items[i]!.brand ?? ''),
      );
      return { cards: cardsOf(items, rows.slice(0, k), model !== null), available: rows.length };
    },
    async previewTakeBack(events) {
      const [after] = withoutAndWith(new Set(events.map((event) => event.item)));
      return { before: (get().cards ?? []).slice(0, PLACES), after };
    },
    async whatMoved(event) {
      const [before, after] = withoutAndWith(new Set([event.item]));
      return event.kind === 'dismiss' ? { before: after, after: before } : { before, after };
    },
    async itemsAt(indexes) {
      return indexes.filter((index) => items[index]).map((index) => shown(items, index));
    },
    async explain(index) {
      const { history, model, mood } = get();
      const shares = [0.412, 0.201, -0.093, 0.061, 0.022, 0.004];
      const past = history.slice(0, shares.length).map((entry, i) => ({ ...entry, share: shares[i]! }));
      const wanted = [...mood.more, ...mood.less].map((one, i) => ({
        ...one,
        share: mood.more.includes(one) ? 0.18 - i / 50 : -0.12,
        mood: true as const,
      }));
      const causes = model
        ? [...past, ...wanted].toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share))
        : [];
      const departmentShare = model && mood.departments.includes(items[index]!.department) ? 0.15 : 0;
      const score = causes.reduce((sum, cause) => sum + cause.share, departmentShare);
      const parts = causes.map((cause) => ({
        item: cause.index,
        share: cause.share,
        ...('mood' in cause ? { mood: cause.mood } : {}),
      }));
      return {
        ...shown(items, index),
        causes,
        explanation: {
          item: shown(items, index).index,
          score,
          rank: 3,
          causes: parts,
          departmentShare,
          ...(model ? {} : { byPopularity: 'untrained' as const }),
        },
      };
    },
    async product(index) {
      if (!items[index]) return null;
      const some = (step: number) =>
        Array.from({ length: 8 }, (_, i) => ({
          ...shown(items, (index + 1 + i * step + Math.floor((i * step) / 60)) % items.length),
          score: 1 - i / 10,
        }));
      return { ...shown(items, index), similar: some(24), complements: some(5) };
    },
  };
}
