import { FRONT_PLACES } from '../domain/recommendation.ts';
import type { FeedRequest } from '../domain/recommendation.ts';
import { drawFeed } from './draw-cards.ts';
import { latestOnly } from './latest.ts';
import type { HomebodyState } from './state.ts';
import { steeringOf } from './steering.ts';
import type { Visit } from './visit.ts';

/** Cards of the first list, and of each further part of it. */
const PART = 36;
/** The longest list that the engine makes. */
const LONGEST = 500;
const SHELVES: NonNullable<FeedRequest['shelves']> = { count: 4, perShelf: 10, head: FRONT_PLACES };
const SLIDER_RESTS_MS = 300;

/** Keeps the shelves after what is known of the visitor: the newest question counts, older answers are dropped. */
export class FeedDesk {
  readonly #visit: Visit;
  readonly #refresh: () => Promise<void>;
  #length = PART;
  #sliderTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(visit: Visit) {
    this.#visit = visit;
    this.#refresh = latestOnly(
      () => this.#load(),
      (patch) => {
        // An answer for a catalogue that has been left is no answer; the next one is on its way.
        if (patch.feed && visit.isCurrent(patch.feed.catalogue)) visit.set({ ...patch, feedPending: false });
      },
      (error) => visit.report(error, { feedPending: false }),
    );
  }

  /** Shows a change and asks for the feed that has seen it; resolves when that is shown. */
  follow(patch: Partial<HomebodyState> = {}): Promise<void> {
    this.#visit.set({ ...patch, feedPending: true });
    return this.#refresh();
  }

  /** Another catalogue: its list begins at its beginning. */
  startOver(): void {
    this.#length = PART;
  }

  async showMore(): Promise<void> {
    const { feed, feedPending } = this.#visit.state;
    if (feedPending || !feed || feed.available <= feed.items.length || this.#length >= LONGEST) return;
    this.#length = Math.min(this.#length + PART, LONGEST);
    await this.follow();
  }

  setAdventurousness(value: number): void {
    if (value === this.#visit.state.adventurousness) return;
    void this.follow({ adventurousness: value });
    // Moving a slider is many values; the one that it rests at is kept.
    clearTimeout(this.#sliderTimer);
    this.#sliderTimer = setTimeout(() => void this.#visit.keep('adventurousness', value), SLIDER_RESTS_MS);
  }

  async #load(): Promise<Pick<HomebodyState, 'feed' | 'cards' | 'shelves'>> {
    const { state, historyVersion, workers, items } = this.#visit;
    const request: FeedRequest = {
      catalogue: this.#visit.catalogueId(),
      historyVersion,
      k: this.#length,
      adventurousness: state.adventurousness,
      shelves: SHELVES,
      ...steeringOf(state),
    };
    return drawFeed(items, await workers.engine.call((api) => api.feed(request)));
  }
}
