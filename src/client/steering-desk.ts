import type { ItemIndex } from '../domain/ids.ts';
import type { FeedDesk } from './feed-desk.ts';
import { NO_MOOD } from './state.ts';
import type { MutedField, ShownItem, ShownMood, ShownMuted } from './state.ts';
import { MUTED_SETTING, storedMuted } from './steering.ts';
import type { UndoDesk } from './undo-desk.ts';
import type { Visit } from './visit.ts';

const LIST_OF = { department: 'departments', brand: 'brands' } as const;

/** What the visitor says outright: the mood, which is forgotten with the visit, and what they never want to see. */
export class SteeringDesk {
  readonly #visit: Visit;
  readonly #feed: FeedDesk;
  readonly #undo: UndoDesk;

  constructor(visit: Visit, feed: FeedDesk, undo: UndoDesk) {
    this.#visit = visit;
    this.#feed = feed;
    this.#undo = undo;
  }

  /** More or less like an item; the other way round than before, it changes sides. */
  async lean(towards: 'more' | 'less', index: ItemIndex): Promise<void> {
    const catalogue = this.#visit.catalogueId();
    const thing = await this.#visit.shown(catalogue, index);
    const { mood } = this.#visit.state;
    if (!this.#visit.isCurrent(catalogue) || mood[towards].some((one) => one.index === index)) return;
    const rest = without(mood, index);
    await this.#steer({ ...rest, [towards]: [...rest[towards], thing] });
  }

  async moodFor(department: string, on: boolean): Promise<void> {
    const { mood } = this.#visit.state;
    if (mood.departments.includes(department) === on) return;
    const rest = mood.departments.filter((one) => one !== department);
    await this.#steer({ ...mood, departments: on ? [...rest, department] : rest });
  }

  /** Without an index: all of it. */
  async forgetMood(index?: ItemIndex): Promise<void> {
    const { mood } = this.#visit.state;
    const next = index === undefined ? NO_MOOD : without(mood, index);
    if (countOf(next) !== countOf(mood)) await this.#steer(next);
  }

  async mute(field: MutedField, name: string): Promise<void> {
    if (this.#isMuted(field, name)) return;
    await this.#setMuted('muted', field, name);
  }

  async unmute(field: MutedField, name: string): Promise<void> {
    if (!this.#isMuted(field, name)) return;
    await this.#setMuted('unmuted', field, name);
  }

  async #steer(mood: ShownMood): Promise<void> {
    const before = this.#visit.state.mood;
    const offer = this.#undo.offer({ kind: 'mood', mood, before }, () => this.#feed.follow({ mood: before }));
    await this.#feed.follow({ mood, ...offer });
  }

  #isMuted(field: MutedField, name: string): boolean {
    return this.#visit.state.muted[LIST_OF[field]].includes(name);
  }

  async #setMuted(kind: 'muted' | 'unmuted', field: MutedField, name: string): Promise<void> {
    const before = this.#visit.state.muted;
    const list = LIST_OF[field];
    const others = before[list].filter((one) => one !== name);
    const muted = { ...before, [list]: kind === 'muted' ? [...others, name] : others };
    const offer = this.#undo.offer({ kind, field, name }, async () => {
      this.#keep(before);
      await this.#feed.follow({ muted: before });
    });
    this.#keep(muted);
    await this.#feed.follow({ muted, ...offer });
  }

  #keep(muted: ShownMuted): void {
    const all = storedMuted(this.#visit.settings[MUTED_SETTING]);
    void this.#visit.keep(MUTED_SETTING, { ...all, [this.#visit.catalogueId()]: muted });
  }
}

const countOf = ({ more, less, departments }: ShownMood): number =>
  more.length + less.length + departments.length;

function without(mood: ShownMood, index: ItemIndex): ShownMood {
  const others = (list: readonly ShownItem[]): readonly ShownItem[] =>
    list.filter((one) => one.index !== index);
  return { ...mood, more: others(mood.more), less: others(mood.less) };
}
