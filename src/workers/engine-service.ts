import { deferred } from '../domain/deferred.ts';
import type { Deferred } from '../domain/deferred.ts';
import { outcomeOf } from '../domain/outcome.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { HomeChoice, HomeReport } from '../domain/training.ts';
import { keepHome } from '../engine/compute/home-keeper.ts';
import type { HomeProviders } from '../engine/compute/home-provider.ts';
import type { LabSource } from '../engine/lab/lab-source.ts';
import type { DatasetSource } from '../engine/serving/dataset-source.ts';
import type { OpenedHome } from '../engine/serving/current-home.ts';
import { RecommenderSession } from '../engine/serving/session.ts';
import type { EngineApi } from '../protocol/engine-api.ts';
import type { LabApi } from '../protocol/lab-api.ts';
import { constellationSink } from './constellation-sink.ts';
import { labGate } from './lab-gate.ts';
import type { RestingTurns } from './turns.ts';

export interface EngineServiceOptions {
  readonly providers: HomeProviders;
  /** See `VaultLine`. */
  readonly vault: DatasetSource & LabSource & { connect(port: MessagePort): void };
  /** A monotonic clock, ms. */
  readonly now: () => number;
  readonly turns: RestingTurns;
}

/** Nobody has to wait for a session that cannot be had. */
function waitingRoom(): Deferred<RecommenderSession> {
  const room = deferred<RecommenderSession>();
  room.promise.catch(() => {});
  return room;
}

/**
 * The engine as the page sees it: every answer is an outcome. Calls wait until it is being started, and those
 * that compute on a home until that is open. A start that fails fails these, and all that come after it, with
 * its own error, until the next start.
 */
export function createEngineService({
  providers,
  vault,
  now,
  turns,
}: EngineServiceOptions): EngineApi & LabApi {
  const { yieldTurn } = turns;
  let started = waitingRoom();
  let state: 'idle' | 'started' | 'failed' = 'idle';

  const open = (choice: HomeChoice): RecommenderSession => {
    const keeping = keepHome(choice, providers, now);
    const opening = keeping.then(({ home, report }) => ({ home, report }));
    opening.catch((error: unknown) => {
      state = 'failed';
      started = waitingRoom();
      started.reject(error);
    });
    const reopenHome = async (): Promise<OpenedHome> => (await keeping).reopen();
    return new RecommenderSession({ source: vault, opening, reopenHome, now, yieldTurn });
  };
  const start = async (choice: HomeChoice): Promise<HomeReport> => {
    if (state === 'failed') started = waitingRoom();
    if (state !== 'started') {
      state = 'started';
      started.resolve(open(choice));
    }
    return (await started.promise).homeReport();
  };
  const withSession = <T>(work: (session: RecommenderSession) => Promise<T>): Promise<Outcome<T>> =>
    outcomeOf(async () => work(await started.promise));

  let lab: { readonly session: RecommenderSession; readonly service: LabApi } | null = null;
  /** Fetched when somebody comes to it. */
  const openLab = async (): Promise<LabApi> => {
    const session = await started.promise;
    const { createLabService } = await import('./lab-service.ts');
    if (lab?.session !== session) {
      lab = { session, service: createLabService({ session, source: vault, now, yieldTurn }) };
    }
    return lab.service;
  };

  return {
    ...labGate(openLab),
    // A page whose vault was replaced starts again; the engine that lives on keeps its home.
    start: (choice) => outcomeOf(() => start(choice)),
    connectVault: (port) =>
      outcomeOf(() => {
        vault.connect(port);
        return null;
      }),
    models: () => outcomeOf(async () => (await import('../engine/models/registry.ts')).modelDescriptions()),
    openCatalogue: (catalogue) => withSession((session) => session.openCatalogue(catalogue)),
    forgetCatalogue: (catalogue) =>
      withSession(async (session) => {
        await session.forgetCatalogue(catalogue);
        return null;
      }),
    showConstellation: (request, port) =>
      withSession(async (session) => {
        await session.showConstellation(request, port && constellationSink(port));
        return null;
      }),
    train: (request, at, onProgress) => withSession((session) => session.train(request, at, onProgress)),
    rest: (ms) =>
      outcomeOf(() => {
        turns.rest(ms);
        return null;
      }),
    cancelTraining: () =>
      withSession(async (session) => {
        await session.cancelTraining();
        return null;
      }),
    feed: (request) => withSession((session) => session.feed(request)),
    explain: (request) => withSession((session) => session.explain(request)),
    quickPicks: (request) => withSession((session) => session.quickPicks(request)),
    similarItems: (catalogue, item, k) => withSession((session) => session.similarItems(catalogue, item, k)),
    complements: (catalogue, item, k) => withSession((session) => session.complements(catalogue, item, k)),
  };
}
