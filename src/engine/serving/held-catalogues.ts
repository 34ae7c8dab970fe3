import type { CatalogueId } from '../../domain/ids.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { CurrentHome } from './current-home.ts';
import type { DatasetSource } from './dataset-source.ts';
import type { HeldCatalogue } from './held-catalogue.ts';
import { Leased } from './leased.ts';
import { openCatalogue } from './open-catalogue.ts';
import type { ServingModel } from './serving-model.ts';

/** The catalogues that a session has opened, each with the model that serves it. */
export class HeldCatalogues {
  readonly #source: DatasetSource;
  readonly #current: CurrentHome;
  readonly #opening = new Map<CatalogueId, Promise<HeldCatalogue>>();
  /** Those that are open. */
  readonly #held = new Set<HeldCatalogue>();

  constructor(source: DatasetSource, current: CurrentHome) {
    this.#source = source;
    this.#current = current;
  }

  /** Loads facts and the stored model, or popularity. Later calls are answered from memory. */
  open(catalogue: CatalogueId): Promise<HeldCatalogue> {
    const known = this.#opening.get(catalogue);
    if (known) return known;
    const opening = this.#load(catalogue);
    this.#opening.set(catalogue, opening);
    // A failed opening may be tried again.
    opening.catch(() => {
      if (this.#opening.get(catalogue) === opening) this.#opening.delete(catalogue);
    });
    return opening;
  }

  async forget(catalogue: CatalogueId): Promise<void> {
    const opening = this.#opening.get(catalogue);
    this.#opening.delete(catalogue);
    if (!opening) return;
    // One that could not be opened holds nothing.
    const opened = await opening.catch(() => null);
    if (!opened) return;
    this.#held.delete(opened);
    opened.serving.retire();
  }

  async forgetAll(): Promise<void> {
    await Promise.all([...this.#opening.keys()].map((catalogue) => this.forget(catalogue)));
  }

  /** Puts a model in the place of the one that serves, which is released once nobody uses it. */
  install(held: HeldCatalogue, serving: ServingModel): void {
    this.#bringHome(serving);
    held.serving.retire();
    held.serving = new Leased(serving);
    held.resumable = null;
  }

  /** A training was cancelled: there is nothing to go on from. */
  forgetTraining(catalogue: CatalogueId): void {
    for (const held of this.#held) if (held.catalogue === catalogue) held.resumable = null;
  }

  /** Takes all models to another home. */
  moveTo(home: KernelHome): void {
    for (const { serving } of this.#held) serving.value.trained?.model.moveTo(home);
  }

  async #load(catalogue: CatalogueId): Promise<HeldCatalogue> {
    const opened = await this.#current.run(() => openCatalogue(this.#source, catalogue, this.#current.home));
    this.#bringHome(opened.serving);
    const held: HeldCatalogue = {
      catalogue,
      ...opened,
      serving: new Leased(opened.serving),
      visitor: null,
      ranker: null,
    };
    this.#held.add(held);
    return held;
  }

  /** Another home may have come in the meantime, and did not know of this model. */
  #bringHome({ trained }: ServingModel): void {
    const home = this.#current.opened?.home;
    if (home) trained?.model.moveTo(home);
  }
}
