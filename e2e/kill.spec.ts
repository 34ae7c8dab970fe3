import { expect, test } from '@playwright/test';
import { createRng } from '../src/domain/rng.ts';
import type { Rng } from '../src/domain/rng.ts';
import { startDoomed } from './support/doomed-browser.ts';
import { DoomedVault } from './support/doomed-vault.ts';
import { deedOf, eraseRest, removePassphrase } from './support/kill-deeds.ts';
import type { Hands } from './support/kill-deeds.ts';
import { smallLog } from './support/kill-log.ts';
import { EMPTY, openAndRead, possible, told } from './support/kill-state.ts';
import type { Deed, VaultTruth } from './support/kill-state.ts';
import { WORKLOADS } from './support/kill-workloads.ts';
import type { Workload } from './support/kill-workloads.ts';
import { Refused } from './support/outcomes.ts';
import { plainHost } from './support/static-server.ts';

/** `npm run soak` asks for more of them, for others, or for some only, and to be told of each. */
const SOAK = process.env['HOMEBODY_KILLS'];
const KILLS = Number(SOAK ?? 10);
const SEED = Number(process.env['HOMEBODY_KILL_SEED'] ?? 5);
const ONLY = process.env['HOMEBODY_KILL_ONLY'] ?? '';
/** How long one start, its checks, some work and a kill may take on a busy machine, ms. */
const MOST_A_KILL = 20_000;

/** One profile over many kills: what was acknowledged, and what was only asked for. */
class Survivor {
  readonly #profile: string;
  readonly #host: string;
  readonly #rng: Rng;
  acknowledged = 0;
  #truth: VaultTruth = EMPTY;
  #doubtful = new Set<Deed>();
  #numbers = 1_500_000_000_000;
  #digest: string | null = null;

  constructor(profile: string, host: string, rng: Rng) {
    this.#profile = profile;
    this.#host = host;
    this.#rng = rng;
  }

  /**
   * Starts the browser, looks whether all is as it must be, works, and kills it at a random moment. Gives what was in
   * doubt then. Without a workload it only looks.
   */
  async live(workload: Workload | null): Promise<readonly string[]> {
    const browser = await startDoomed(this.#profile);
    try {
      const vault = await DoomedVault.start(browser.page, this.#host);
      await this.#check(vault);
      if (!workload) return [];
      const hands = await this.#hands(vault);
      const step = await workload.begin(hands);
      const dying = { now: false };
      const working = this.#work(step, dying);
      const early = await Promise.race([working, sleep(this.#rng.next() * workload.within)]);
      if (early) throw early;
      await browser.kill();
      dying.now = true;
      const ended = await working;
      if (ended instanceof Refused) throw ended;
      return [...this.#doubtful].map(({ what }) => what);
    } finally {
      await browser.kill();
    }
  }

  /** Works until the browser is gone; gives the error that ended it. */
  async #work(step: () => Promise<void>, dying: { readonly now: boolean }): Promise<Error> {
    for (;;) {
      try {
        await step();
      } catch (error) {
        return error as Error;
      }
      if (dying.now) return new Error('killed between two deeds');
    }
  }

  /** What is there is what was acknowledged, with each doubtful deed as a whole or not at all. */
  async #check(vault: DoomedVault): Promise<void> {
    const allowed = possible(this.#truth, [...this.#doubtful]);
    const passphrases = allowed.map((one) => (one === 'erasing' ? null : one.passphrase));
    const found = await openAndRead(vault, passphrases, this.#digest);
    const doubtful = [...this.#doubtful].map(({ what }) => what).join(' and ') || 'nothing';
    expect(allowed.map(told), `killed during ${doubtful}`).toContain(told(found));
    this.#doubtful.clear();
    this.#truth = found;
    if (found !== 'erasing') return;
    await eraseRest({ vault, does: this.#does });
    expect(told(await openAndRead(vault, [], this.#digest))).toBe(told(EMPTY));
  }

  async #hands(vault: DoomedVault): Promise<Hands> {
    const hands: Hands = {
      vault,
      rng: this.#rng,
      items: await vault.items(40),
      log: smallLog,
      next: () => this.#numbers++,
      truth: () => this.#truth,
      does: this.#does,
    };
    if (this.#digest === null) {
      const name = await vault.importLog(smallLog('first'));
      const { catalogues } = await vault.ask('open');
      const { id } = catalogues.find((one) => one.name === name)!;
      this.#digest = await vault.digest(id);
      await vault.ask('removeCatalogue', id);
    }
    // Some go on behind a passphrase; most do not, for the time that it takes.
    const passphrase = this.#truth === 'erasing' ? null : this.#truth.passphrase;
    if (passphrase !== null && this.#rng.int(3) > 0) await removePassphrase(hands, passphrase);
    return hands;
  }

  readonly #does: Hands['does'] = async (what, act, effect) => {
    const deed = deedOf(what, effect);
    this.#doubtful.add(deed);
    const result = await act();
    this.#doubtful.delete(deed);
    this.#truth = deed.effect(this.#truth);
    this.acknowledged++;
    return result;
  };
}

const sleep = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));

test(`after each of ${KILLS} kills the vault opens with all that was acknowledged and nothing by half (seed ${SEED})`, async () => {
  test.setTimeout((KILLS + 2) * MOST_A_KILL);
  const workloads = WORKLOADS.filter(({ name }) => name.includes(ONLY));
  const host = await plainHost('/');
  const survivor = new Survivor(test.info().outputPath('profile'), host.url, createRng(SEED));
  let caught = 0;
  try {
    for (let kill = 1; kill <= KILLS; kill++) {
      const workload = workloads[(kill - 1) % workloads.length]!;
      const doubtful = await test.step(`${kill}: ${workload.name}`, () => survivor.live(workload));
      if (doubtful.length > 0) caught++;
      const inDoubt = doubtful.length > 0 ? doubtful.join(' and ') : 'nothing';
      if (SOAK) console.log(`kill ${kill}, during ${workload.name}; in doubt: ${inDoubt}`);
    }
    await survivor.live(null);
  } finally {
    await host.close();
  }
  if (SOAK)
    console.log(
      `${survivor.acknowledged} deeds were acknowledged, ${caught} kills were in the middle of one.`,
    );
  expect(caught, 'kills in the middle of something').toBeGreaterThanOrEqual(KILLS / 2);
});
