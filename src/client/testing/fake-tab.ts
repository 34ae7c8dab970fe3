import { vi } from 'vitest';
import type { Mock } from 'vitest';
import type { ConstellationFrame, ConstellationRequest } from '../../domain/constellation.ts';
import type { HomebodyError } from '../../domain/errors.ts';
import type { EngineApi } from '../../protocol/engine-api.ts';
import type { LabApi } from '../../protocol/lab-api.ts';
import type { KeptThing } from '../../domain/ownership.ts';
import { HomebodyClient } from '../homebody-client.ts';
import type { TabNews } from '../other-tabs.ts';
import type { HomebodyActions, HomebodyState } from '../state.ts';
import type { KeptByPage } from '../kept-by-page.ts';
import { WorkerLink } from '../worker-link.ts';
import type { VaultWorkerApi } from '../workers.ts';
import { FakeLab } from './fake-lab.ts';
import { FakeEngine } from './fake-engine.ts';
import { FakeLock, FakeLockPage } from './fake-lock.ts';
import { FakeOwnership } from './fake-ownership.ts';
import { FakeVault } from './fake-vault.ts';
import { FakeWorker } from './fake-worker.ts';

type Work = (waited: boolean) => Promise<void>;

/** A tab with the client in it: both workers are plain objects behind real message ports. */
export class FakeTab {
  readonly vault: FakeVault;
  readonly engine: FakeEngine;
  readonly lab: FakeLab;
  readonly ownership: FakeOwnership;
  readonly lock: FakeLock;
  readonly lockPage: FakeLockPage = new FakeLockPage();
  readonly client: HomebodyClient;
  readonly vaultWorkers: FakeWorker[] = [];
  readonly engineWorkers: FakeWorker[] = [];
  now = 5;
  readonly persist: Mock<() => Promise<boolean>> = vi.fn(() => Promise.resolve(true));
  readonly told: TabNews[] = [];
  /** What another tab says. */
  hear: (news: TabNews) => void = () => {};
  /** How this tab comes to be alone with something. */
  alone: (name: string, work: Work, signal?: AbortSignal) => Promise<void> = (_name, work) => work(false);
  /** When what is shown is drawn. */
  drawn: Promise<void> = Promise.resolve();
  readonly keptByPage: FakePageStores = new FakePageStores();
  /** What the map was asked for; null while it is hidden. */
  map: ConstellationRequest | null = null;
  mapsShown = 0;
  /** Set to let the map's room not open. */
  mapFailure: HomebodyError | null = null;
  sendFrame: (frame: ConstellationFrame) => void = () => {};

  constructor(vault: FakeVault = new FakeVault()) {
    this.vault = vault;
    this.engine = new FakeEngine(vault);
    this.lock = new FakeLock(vault);
    this.lab = new FakeLab(this.engine);
    this.ownership = new FakeOwnership(vault);
    this.client = new HomebodyClient({
      spawn: (onReplaced) => ({
        vault: link<VaultWorkerApi>(
          Object.assign(vault.api, this.lock.api, this.ownership.api),
          this.vaultWorkers,
          onReplaced,
        ),
        engine: link<EngineApi & LabApi>(
          { ...this.engine.api, ...this.lab.api },
          this.engineWorkers,
          onReplaced,
        ),
        connect: () => Promise.resolve(),
      }),
      mapRoom: async () => {
        if (this.mapFailure) throw this.mapFailure;
        return {
          show: async (request, onFrame) => {
            this.map = request;
            this.mapsShown += 1;
            this.sendFrame = onFrame;
          },
          hide: () => {
            this.map = null;
          },
        };
      },
      home: 'auto',
      now: () => this.now,
      persist: this.persist,
      otherTabs: (onNews) => {
        this.hear = onNews;
        return { tell: (news) => this.told.push(news) };
      },
      alone: (name, work, signal) => this.alone(name, work, signal),
      drawn: () => this.drawn,
      keptByPage: this.keptByPage,
      lockPage: this.lockPage,
    });
  }

  get state(): HomebodyState {
    return this.client.store.getState();
  }

  get actions(): HomebodyActions {
    return this.client.actions;
  }

  /** Rows of the cards. */
  get shown(): readonly number[] | undefined {
    return this.state.cards?.map((card) => card.index);
  }

  /** Everything asked of both workers. */
  get calls(): readonly string[] {
    return [...this.vault.calls, ...this.engine.calls];
  }

  /** Starts and waits for the first model. */
  async started(): Promise<void> {
    await this.client.start();
    await vi.waitUntil(() => this.state.model !== null && this.state.training === null);
    await vi.waitUntil(() => !this.state.feedPending);
  }

  /** The states that the page is drawn from while `work` is done. */
  async watch(work: () => Promise<void>): Promise<readonly HomebodyState[]> {
    const seen: HomebodyState[] = [];
    const unsubscribe = this.client.store.subscribe((state) => seen.push(state));
    await work();
    unsubscribe();
    return seen;
  }
}

/** What the page keeps, as an erasing finds it. */
export class FakePageStores implements KeptByPage {
  kept: KeptThing[] = [{ place: 'local-storage', name: 'homebody.theme' }];

  async look(): Promise<readonly KeptThing[]> {
    return this.kept;
  }

  async clear(): Promise<void> {
    this.kept = [];
  }
}

function link<Api>(api: object, workers: FakeWorker[], onReplaced: () => void): WorkerLink<Api> {
  const spawn = (): FakeWorker => {
    const worker = new FakeWorker(api);
    workers.push(worker);
    return worker;
  };
  return new WorkerLink<Api>(spawn, onReplaced, () => 0);
}
