import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { LockFacts, Opener } from '../domain/lock.ts';
import type { Outcome } from '../domain/outcome.ts';
import { IdleWatch } from './idle-watch.ts';
import { lockPage } from './lock-page.ts';
import type { LockPage } from './lock-page.ts';
import { LOCK_AFTER_SETTING, lockAfterOf } from './lock-state.ts';
import type { Lock, LockActions, LockState, Proof } from './lock-state.ts';
import type { LockNews } from './other-tabs.ts';
import type { Visit } from './visit.ts';
import type { WorkerPair } from './workers.ts';

type VaultWorker = Parameters<Parameters<WorkerPair['vault']['call']>[0]>[0];

/** ms that a locking waits for what is being recorded. */
const PATIENCE_MS = 3_000;

/** The lock of the vault: the ways in, the way through, and when it falls shut. */
export class LockDesk implements Lock {
  readonly store: StoreApi<LockState> = createStore<LockState>(() => ({
    facts: null,
    passkeysHere: false,
    lockAfter: 0,
  }));
  readonly actions: LockActions;
  readonly #visit: Visit;
  readonly #page: LockPage;
  readonly #begin: () => Promise<void>;
  #watch: IdleWatch | null = null;
  #leaving = false;

  /** `begin`: opens the vault and shows what is in it. */
  constructor(visit: Visit, begin: () => Promise<void>, page: LockPage = lockPage) {
    this.#visit = visit;
    this.#page = page;
    this.#begin = begin;
    const change = async (ask: (api: VaultWorker) => Promise<Outcome<LockFacts>>): Promise<void> => {
      this.#show(await this.#ask(ask));
      visit.tabs.tell({ kind: 'lock' });
    };
    const proven = async (
      proof: Proof,
      ask: (api: VaultWorker, opener: Opener) => Promise<Outcome<LockFacts>>,
    ): Promise<void> => {
      const opener = await this.#opener(proof);
      await change((api) => ask(api, opener));
    };
    this.actions = {
      look: () => this.#look(),
      unlock: (proof) => this.#unlock(proof),
      lockNow: () => this.#lock(),
      setPassphrase: async (passphrase) => {
        await change((api) => api.setPassphrase(passphrase));
        await visit.keep(LOCK_AFTER_SETTING, lockAfterOf({}));
      },
      changePassphrase: (proof, passphrase) =>
        proven(proof, (api, opener) => api.changePassphrase(opener, passphrase, visit.now())),
      removePassphrase: (proof) => proven(proof, (api, opener) => api.removePassphrase(opener, visit.now())),
      addPasskey: async (proof) => {
        const opener = await this.#opener(proof);
        // A passkey that is made and not kept would stay in the authenticator.
        await this.#ask((api) => api.checkOpener(opener, visit.now()));
        const passkey = await page.createPasskey(await this.#passkeys());
        await change((api) => api.addPasskey(opener, passkey, visit.now()));
      },
      removePasskey: async ({ credential }) => {
        await change((api) => api.removePasskey(credential));
        page.forgetPasskey(credential);
      },
      lockAfter: async (minutes) => {
        await visit.keep(LOCK_AFTER_SETTING, minutes);
        this.store.setState({ lockAfter: minutes });
        visit.tabs.tell({ kind: 'lock' });
      },
    };
  }

  /** News of another tab. */
  async hear(news: LockNews): Promise<void> {
    if (news.kind === 'act') this.#watch?.hear(news.at);
    else if (news.kind === 'locked') {
      if (this.#isFor(news)) await this.#leave();
    } else {
      await this.#look();
      // The passphrase that this tab waits for may be gone.
      if (this.#visit.state.phase === 'locked' && this.store.getState().facts?.passphrase === false) {
        await this.#begin();
      }
    }
  }

  /**
   * Not where there is nothing to lock, nor where somebody has unlocked or done something since: a tab that slept is
   * late.
   */
  #isFor({ lastAct }: Extract<LockNews, { kind: 'locked' }>): boolean {
    const { phase } = this.#visit.state;
    if (phase === 'locked') return false;
    if (lastAct === undefined) return true;
    return phase === 'ready' && (this.#watch === null || this.#watch.lastAct <= lastAct);
  }

  async #look(): Promise<void> {
    const [facts, passkeysHere] = await Promise.all([
      this.#ask((api) => api.lockFacts()),
      this.#page.hasPasskeys(),
    ]);
    this.store.setState({ passkeysHere });
    this.#show(facts);
  }

  #show(facts: LockFacts): void {
    this.store.setState({ facts, lockAfter: lockAfterOf(this.#visit.settings) });
    this.#page.keepDoor(facts.passphrase);
    if (facts.passphrase) this.#watchFromNowOn();
  }

  async #unlock(proof: Proof): Promise<void> {
    const opener = await this.#opener(proof);
    await this.#ask((api) => api.unlock(opener, this.#visit.now()));
    this.#visit.set({ phase: 'starting', failure: null });
    await this.#begin();
    await this.#look();
  }

  /** Asks the vault; what it says of wrong tries is shown before the failure is. */
  async #ask<T>(ask: (api: VaultWorker) => Promise<Outcome<T>>): Promise<T> {
    const { vault } = this.#visit.workers;
    try {
      return await vault.call(ask);
    } catch (error) {
      if (this.store.getState().facts) {
        await vault
          .call((api) => api.lockFacts())
          .then(
            (facts) => this.store.setState({ facts }),
            () => {}, // the failure itself is told
          );
      }
      throw error;
    }
  }

  async #opener(proof: Proof): Promise<Opener> {
    if (proof !== 'passkey') return { kind: 'passphrase', passphrase: proof.passphrase };
    return { kind: 'passkey', ...(await this.#page.passkeySecret(await this.#passkeys())) };
  }

  async #passkeys(): Promise<LockFacts['passkeys']> {
    return (this.store.getState().facts ?? (await this.#ask((api) => api.lockFacts()))).passkeys;
  }

  async #lock(lastAct?: number): Promise<void> {
    this.#visit.tabs.tell({ kind: 'locked', ...(lastAct === undefined ? {} : { lastAct }) });
    await this.#leave();
  }

  /**
   * What is being recorded is recorded first, as long as the vault answers in time. Then this page goes, and all that it
   * and its workers hold in memory.
   */
  async #leave(): Promise<void> {
    if (this.#leaving) return;
    this.#leaving = true;
    this.#watch?.end();
    const patience = new Promise<void>((go) => setTimeout(go, PATIENCE_MS));
    try {
      await Promise.race([this.#visit.workers.vault.call((api) => api.lock()), patience]);
    } finally {
      this.#page.reload();
    }
  }

  #watchFromNowOn(): void {
    if (this.#watch || this.#visit.state.phase !== 'ready') return;
    const watch = new IdleWatch({
      now: this.#visit.now,
      limit: () => (this.store.getState().facts?.passphrase ? lockAfterOf(this.#visit.settings) * 60_000 : 0),
      tell: (at) => this.#visit.tabs.tell({ kind: 'act', at }),
      onIdle: () => void this.#visit.attempt(() => this.#lock(watch.lastAct)),
    });
    this.#watch = watch;
    this.#page.watch(
      () => watch.act(),
      () => watch.look(),
    );
  }
}
