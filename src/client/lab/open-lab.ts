import type { CatalogueId } from '../../domain/ids.ts';
import type { FeedDesk } from '../feed-desk.ts';
import type { OpenMapRoom } from '../map-desk.ts';
import type { TrainingDesk } from '../training-desk.ts';
import type { UndoDesk } from '../undo-desk.ts';
import type { Visit } from '../visit.ts';
import { ItemMapDesk } from './item-map-desk.ts';
import { LabQuestions } from './lab-questions.ts';
import { LabRoom } from './lab-room.ts';
import { initialLabState } from './lab-state.ts';
import type { Lab } from './lab-state.ts';
import { PrivacyDesk } from './privacy-desk.ts';
import { RunDesk } from './run-desk.ts';
import { StudyDesk } from './study-desk.ts';

export interface LabParts {
  readonly visit: Visit;
  readonly feed: FeedDesk;
  readonly undo: UndoDesk;
  readonly training: TrainingDesk;
  readonly mapRoom: OpenMapRoom;
}

/** The lab of this visit. It reads nothing before it is opened, and follows the current catalogue from then on. */
export function openLab({ visit, feed, undo, training, mapRoom }: LabParts): Lab {
  const room = new LabRoom(visit);
  const runs = new RunDesk(room, { feed, undo, training });
  const studies = new StudyDesk(room, training);
  const privacy = new PrivacyDesk(room, training);
  const map = new ItemMapDesk(room, mapRoom);
  const questions = new LabQuestions(room);
  const attempt = room.attempt.bind(room);
  /** What went wrong before is no word on what begins now. */
  const afresh = <T>(work: () => Promise<T | null>): Promise<T | null> => {
    room.set({ problem: null });
    return attempt(null, work);
  };
  let shown: CatalogueId | null = null;

  const read = async (catalogue: CatalogueId): Promise<void> => {
    const [models, board, studied] = await Promise.all([
      room.engine.call((api) => api.models()),
      runs.read(catalogue),
      studies.read(catalogue),
    ]);
    room.setFor(catalogue, { models, ...board, ...studied, ready: true });
    const facts = await room.engine.call((api) => api.labFacts(catalogue));
    room.setFor(catalogue, { facts });
  };
  /** Rows and runs mean nothing outside their catalogue. */
  const follow = (): Promise<void> => {
    const id = visit.state.catalogue?.id ?? null;
    if (id === shown) return Promise.resolve();
    shown = id;
    map.hide();
    // What is at work goes on, and is shown again with its next word when its catalogue is.
    room.set({ ...initialLabState, models: room.state.models });
    return id ? attempt(undefined, () => read(id)) : Promise.resolve();
  };
  /** A training, or another tab, has put another model in place. */
  const followModel = async (): Promise<void> => {
    const catalogue = visit.state.catalogue?.id;
    if (!catalogue) return;
    const promotions = await room.engine.call((api) => api.labPromotions(catalogue));
    room.setFor(catalogue, { promotions });
  };

  return {
    store: room.store,
    actions: {
      open: async () => {
        if (shown) return;
        visit.store.subscribe((now, before) => {
          if (now.catalogue !== before.catalogue) void follow();
          else if (now.model !== before.model && room.state.ready && !room.state.busy) {
            void attempt(undefined, followModel);
          }
        });
        await follow();
      },
      start: (setup) => afresh(() => runs.start(setup)),
      cancel: () =>
        attempt(undefined, async () => {
          await runs.cancel();
          await studies.cancel();
          await privacy.cancel();
        }),
      remove: (id) => attempt(undefined, () => runs.remove(id)),
      compare: (a, b, onProgress) => questions.compare(a, b, onProgress),
      stopComparing: () => attempt(undefined, () => questions.stopComparing()),
      lists: (ids, visitor, k) => questions.lists(ids, visitor, k),
      promote: (id) => attempt(undefined, () => runs.promote(id)),
      rollBack: () => attempt(undefined, () => runs.rollBack()),
      showMap: (run) => attempt(undefined, () => map.show(run)),
      layOut: () => attempt(undefined, () => map.layOut()),
      stopLayOut: () => map.stop(),
      hideMap: () => map.hide(),
      exportRun: (id) => questions.exportRun(id),
      importRun: (file) => afresh(() => runs.importRun(file)),
      study: (plan, budgetMs) => afresh(() => studies.begin(plan, budgetMs)),
      pauseStudy: () => attempt(undefined, () => studies.pause()),
      resumeStudy: (id) => afresh(() => studies.resume(id)),
      removeStudy: (id) => attempt(undefined, () => studies.remove(id)),
      countReleases: () => attempt(undefined, () => privacy.count()),
      attack: (request) => afresh(() => privacy.attack(request)),
      privacyCost: (request) => afresh(() => privacy.cost(request)),
      exportPrivately: (request) => afresh(() => privacy.export(request)),
      dismissProblem: () => room.set({ problem: null }),
    },
  };
}
