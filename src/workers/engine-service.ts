import { deferred } from '../domain/deferred.ts';
import type { Deferred } from '../domain/deferred.ts';
import { outcomeOf } from '../domain/outcome.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { HomeChoice } from '../domain/training.ts';
import { keepHome } from '../engine/compute/home-keeper.ts';
import type { HomeProviders } from '../engine/compute/home-provider.ts';
import type { DatasetSource } from '../engine/serving/dataset-source.ts';
import { RecommenderSession } from '../engine/serving/session.ts';
import type { EngineApi } from '../protocol/engine-api.ts';
import { constellationSink } from './constellation-sink.ts';

export interface EngineServiceOptions {
  readonly providers: HomeProviders;
  /** See `VaultLine`. */
  readonly vault: DatasetSource & { connect(port: MessagePort): void };
  /** A monotonic clock, ms. */
  readonly now: () => number;
  readonly yieldTurn: () => Promise<void>;
}

/** Nobody has to wait for a session that cannot be had. */
function waitingRoom(): Deferred<RecommenderSession> {
  const room = deferred<RecommenderSession>();
  room.promise.catch(() => {});
  return room;
}

/**
 * The engine as the page sees it: every answer is an outcome. Calls wait until it is started; a start that fails
 * fails them, and those that come after it, with its own error, until the next start.
 */
export function createEngineService({ providers, vault, now, yieldTurn }: EngineServiceOptions): EngineApi {
  let started = waitingRoom();
  let state: 'idle' | 'started' | 'failed' = 'idle';

  const open = async (choice: HomeChoice): Promise<RecommenderSession> => {
    const keeper = await keepHome(choice, providers, now);
    const { home, report } = keeper;
    const reopenHome = (): ReturnType<typeof keeper.reopen> => keeper.reopen();
    return new RecommenderSession({ source: vault, home, report, reopenHome, now, yieldTurn });
  };
  const start = (choice: HomeChoice): Promise<RecommenderSession> => {
    if (state === 'started') return started.promise;
    if (state === 'failed') started = waitingRoom();
    state = 'started';
    const { promise, resolve, reject } = started;
    open(choice).then(resolve, (error: unknown) => {
      state = 'failed';
      reject(error);
    });
    return promise;
  };
  const withSession = <T>(work: (session: RecommenderSession) => Promise<T>): Promise<Outcome<T>> =>
    outcomeOf(async () => work(await started.promise));

  return {
    // A page whose vault was replaced starts again; the engine that lives on keeps its home.
    start: (choice) => outcomeOf(async () => (await start(choice)).homeReport),
    connectVault: (port) =>
      outcomeOf(() => {
        vault.connect(port);
        return null;
      }),
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
