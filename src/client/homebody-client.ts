import { transfer } from 'comlink';
import type { StoreApi } from 'zustand/vanilla';
import type { HomebodyError } from '../domain/errors.ts';
import type { ItemLanguage } from '../domain/item.ts';
import type { HomeReport } from '../domain/training.ts';
import { allOrFirstError } from './all-or-first-error.ts';
import type { BackOffice } from './back-office.ts';
import { CatalogueDesk } from './catalogue-desk.ts';
import { asError, isCode } from './errors.ts';
import { FeedDesk } from './feed-desk.ts';
import { fetched } from './fetched.ts';
import type { HomebodyOptions } from './homebody-options.ts';
import { MapDesk } from './map-desk.ts';
import type { TabNews } from './other-tabs.ts';
import type { Homebody, HomebodyActions, HomebodyState } from './state.ts';
import { TrainingDesk } from './training-desk.ts';
import type { Lab } from './lab/lab-state.ts';
import type { LockDesk } from './lock-desk.ts';
import type { Ownership } from './ownership-state.ts';
import { UndoDesk } from './undo-desk.ts';
import { Visit } from './visit.ts';

/**
 * The page's one handle on everything behind it: one desk for each kind of thing that can be done, and the
 * workers, which are set up here, and anew after a crash.
 */
export class HomebodyClient implements Homebody {
  readonly store: StoreApi<HomebodyState>;
  readonly actions: HomebodyActions;
  readonly lab: () => Promise<Lab>;
  readonly ownership: () => Promise<Ownership>;
  readonly lock: () => Promise<LockDesk>;
  /** Replaced by the service worker's registration once a newer version waits. */
  applyUpdate: () => void = () => {};

  readonly #options: HomebodyOptions;
  readonly #visit: Visit;
  readonly #training: TrainingDesk;
  readonly #catalogues: CatalogueDesk;
  readonly #fetchBackOffice: () => Promise<void>;

  constructor(options: HomebodyOptions) {
    this.#options = options;
    const visit = new Visit(
      options.spawn(() => void this.#begin()),
      options.otherTabs((news) => void visit.attempt(() => this.#hear(news))),
      options.now,
    );
    this.#visit = visit;
    this.store = visit.store;
    const feed = new FeedDesk(visit);
    const undo = new UndoDesk(visit);
    const map = new MapDesk(visit, () =>
      options.mapRoom(
        (request, port) =>
          visit.workers.engine.call((api) => api.showConstellation(request, port && transfer(port, [port]))),
        (error) => visit.report(error),
      ),
    );
    const training = new TrainingDesk(visit, feed, {
      alone: options.alone,
      drawn: options.drawn,
      onMoved: () => void visit.attempt(() => this.#refreshHome()),
    });
    const attempt = visit.attempt.bind(visit);
    const catalogues = new CatalogueDesk(visit, {
      feed,
      undo,
      training,
      map,
      onPendingRemoval: () => void attempt(() => ask(async ({ removals }) => removals.finishInTime())),
    });
    this.#training = training;
    this.#catalogues = catalogues;

    const office = fetched(async () =>
      (await import('./back-office.ts')).openBackOffice({
        visit,
        feed,
        undo,
        catalogues,
        training,
        begin: () => this.#begin(),
        page: options,
      }),
    );
    const ask = async <T>(question: (office: BackOffice) => Promise<T>): Promise<T> =>
      question(await office());
    this.lab = fetched(async () =>
      (await import('./lab/open-lab.ts')).openLab({ visit, feed, undo, training, mapRoom: options.mapRoom }),
    );
    this.ownership = fetched(async () => {
      const { OwnershipDesk } = await import('./ownership-desk.ts');
      return new OwnershipDesk({ visit, undo, training, catalogues, page: options });
    });
    this.lock = () => ask(async ({ lock }) => lock);
    this.#fetchBackOffice = () => attempt(() => ask(async () => {}));
    const steer = (how: (steering: BackOffice['steering']) => Promise<void>): Promise<void> =>
      attempt(() => ask(({ steering }) => how(steering)));
    this.actions = {
      record: (kind, index, more) => attempt(() => ask(({ history }) => history.record(kind, index, more))),
      takeBack: (events) => attempt(() => ask(({ history }) => history.takeBack(events))),
      order: () => this.#answer(null, () => ask(({ history }) => history.order())),
      stepInto: (id) =>
        attempt(() =>
          ask(async ({ questions, history }) => {
            const persona = (await questions.personas()).find((one) => one.id === id);
            if (persona) await history.stepInto(id, persona.likes);
          }),
        ),
      speak: (language) => attempt(() => catalogues.speak(itemLanguageOf(language))),
      undo: () => attempt(() => undo.undo()),

      moreLike: (index) => steer((steering) => steering.lean('more', index)),
      lessLike: (index) => steer((steering) => steering.lean('less', index)),
      moodFor: (department, on) => steer((steering) => steering.moodFor(department, on)),
      forgetMood: (index) => steer((steering) => steering.forgetMood(index)),
      mute: (field, name) => steer((steering) => steering.mute(field, name)),
      unmute: (field, name) => steer((steering) => steering.unmute(field, name)),
      setAdventurousness: (value) => feed.setAdventurousness(value),
      showMore: () => attempt(() => feed.showMore()),

      quickPicks: (passed) => this.#answer([], () => ask(({ questions }) => questions.quickPicks(passed))),
      personas: () => this.#answer([], () => ask(({ questions }) => questions.personas())),
      browse: (department, k) => ask(({ questions }) => questions.browse(department, k)),
      previewTakeBack: (events) => ask(({ questions }) => questions.previewTakeBack(events)),
      whatMoved: (event, last) => ask(({ questions }) => questions.whatMoved(event, last)),
      itemsAt: (indexes) => ask(({ questions }) => questions.itemsAt(indexes)),
      explain: (index) => ask(({ questions }) => questions.explain(index)),
      product: (index) => ask(({ questions }) => questions.product(index)),

      showConstellation: () => map.show(),
      hideConstellation: () => map.hide(),
      train: () => attempt(() => training.train()),
      cancelTraining: () => attempt(() => training.cancel()),

      importFiles: (files) => attempt(() => ask(({ imports }) => imports.importFiles(files))),
      cancelImport: () => attempt(() => ask(({ imports }) => imports.cancel())),
      switchCatalogue: (id) => catalogues.switchTo(id),
      removeCatalogue: (id) => attempt(() => ask(({ removals }) => removals.remove(id))),

      dismissReport: () => visit.set({ report: null, importError: null }),
      dismissProblem: () => visit.set({ problem: null }),
      dismissRecovered: () => visit.set({ recovered: null }),
      applyUpdate: () => this.applyUpdate(),
    };
  }

  /** Opens the vault and the engine, shows the first feed, and trains when there is no model yet. */
  async start(): Promise<void> {
    await this.#begin();
    // Before the first press needs it.
    await this.#fetchBackOffice();
  }

  /** Lets the composition root report what only the page can see. */
  note(
    patch: Pick<
      Partial<HomebodyState>,
      'online' | 'persisted' | 'requestsSinceLoad' | 'refusedTries' | 'updateReady' | 'offlineReady'
    >,
  ): void {
    this.#visit.set(patch);
  }

  /** A training leaves the processor to others for so long, ms. Where nothing computes, nothing has to. */
  rest(ms: number): void {
    this.#visit.workers.engine.call((api) => api.rest(ms)).catch(() => {});
  }

  /** Sets both workers up, anew after a crash. What the vault holds is shown even where nothing computes. */
  #begin(): Promise<void> {
    const { workers } = this.#visit;
    return this.#visit.inTurn(async () => {
      try {
        const connected = workers.connect();
        const started = workers.engine.call((api) => api.start(this.#options.home));
        started.catch(() => {}); // it is awaited once the vault is open, if it ever is
        const [state] = await Promise.all([workers.vault.call((api) => api.open()), connected]);
        this.#catalogues.adopt(state);
        await this.#training.stop();
        // What is popular needs no home, and is shown while one is chosen.
        const opened = this.#catalogues.openCurrent();
        const [home] = await allOrFirstError(started, opened);
        this.#visit.set({ home });
      } catch (error) {
        const failure = isCode(error, 'vault/erasing')
          ? await this.#finishErasing().catch(asError)
          : asError(error);
        if (failure)
          this.#visit.set({ phase: isCode(failure, 'vault/locked') ? 'locked' : 'failed', failure });
      }
    });
  }

  /** An earlier visit ended while it erased everything. What hinders the end of it, if anything. */
  async #finishErasing(): Promise<HomebodyError | null> {
    const { eraseAll } = await import('./erasure.ts');
    await eraseAll(this.#visit, 'earlier', this.#options.keptByPage);
    return null;
  }

  async #hear(news: TabNews): Promise<void> {
    if (news.kind === 'erased') this.#visit.end({ where: 'other-tab', report: null });
    else if (news.kind === 'model') await this.#training.modelChanged(news.catalogue);
    else if (news.kind !== 'log') await (await this.lock()).hear(news);
    else await this.#catalogues.catchUp();
  }

  /** A started engine answers with where it runs now. */
  async #refreshHome(): Promise<void> {
    const { workers, state } = this.#visit;
    const home = await workers.engine.call((api) => api.start(this.#options.home));
    if (!state.home || !isSame(home, state.home)) this.#visit.set({ home });
  }

  /** Where there is no answer, the page goes on without it. */
  async #answer<T>(otherwise: T, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      this.#visit.report(error);
      return otherwise;
    }
  }
}

/** Items speak their catalogue's own language by themselves. */
const itemLanguageOf = (language: string): ItemLanguage | undefined =>
  language === 'zh-Hans' ? language : undefined;

const isSame = (a: HomeReport, b: HomeReport): boolean =>
  a.home === b.home && a.device === b.device && a.threads === b.threads && a.reason === b.reason;
