import { deferred } from '../domain/deferred.ts';
import { outcomeOf } from '../domain/outcome.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { HomeChoice } from '../domain/training.ts';
import { keepHome } from '../engine/compute/home-keeper.ts';
import type { HomeProviders } from '../engine/compute/home-provider.ts';
import { RecommenderSession } from '../engine/serving/session.ts';
import type { EngineApi } from '../protocol/engine-api.ts';
import type { VaultLine } from './vault-line.ts';

export interface EngineServiceOptions {
  readonly providers: HomeProviders;
  readonly vault: VaultLine;
  /** A monotonic clock, ms. */
  readonly now: () => number;
  readonly yieldTurn: () => Promise<void>;
}

/** The engine as the page sees it: every answer is an outcome. Calls wait until it is started. */
export function createEngineService({ providers, vault, now, yieldTurn }: EngineServiceOptions): EngineApi {
  const started = deferred<RecommenderSession>();
  let starting: Promise<RecommenderSession> | null = null;

  const start = async (choice: HomeChoice): Promise<RecommenderSession> => {
    const keeper = await keepHome(choice, providers, now);
    const { home, report } = keeper;
    const reopenHome = (): ReturnType<typeof keeper.reopen> => keeper.reopen();
    const session = new RecommenderSession({ source: vault, home, report, reopenHome, now, yieldTurn });
    started.resolve(session);
    return session;
  };
  const withSession = <T>(work: (session: RecommenderSession) => Promise<T>): Promise<Outcome<T>> =>
    outcomeOf(async () => work(await started.promise));

  return {
    // A page whose vault was replaced starts again; the engine that lives on keeps its home.
    start: (choice) =>
      outcomeOf(async () => {
        starting ??= start(choice);
        try {
          return (await starting).homeReport;
        } catch (error) {
          starting = null;
          throw error;
        }
      }),
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
    train: (request, at, onProgress) => withSession((session) => session.train(request, at, onProgress)),
    cancelTraining: () =>
      withSession(async (session) => {
        await session.cancelTraining();
        return null;
      }),
    feed: (request) => withSession((session) => session.feed(request)),
    explain: (catalogue, historyVersion, item) =>
      withSession((session) => session.explain(catalogue, historyVersion, item)),
    similarItems: (catalogue, item, k) => withSession((session) => session.similarItems(catalogue, item, k)),
    complements: (catalogue, item, k) => withSession((session) => session.complements(catalogue, item, k)),
  };
}
