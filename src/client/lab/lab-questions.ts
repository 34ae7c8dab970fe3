import { HomebodyError } from '../../domain/errors.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { LabVisitor, RunComparison } from '../../domain/lab.ts';
import { drawScored } from '../draw-cards.ts';
import { callback } from '../worker-link.ts';
import type { LabRoom } from './lab-room.ts';
import type { ChosenVisitor, ShownLists } from './lab-state.ts';

/** Answers that the lab asks for and that are no part of its state. All reject with HomebodyError. */
export class LabQuestions {
  readonly #room: LabRoom;

  constructor(room: LabRoom) {
    this.#room = room;
  }

  compare(a: string, b: string, onProgress: (fraction: number) => void): Promise<RunComparison> {
    const catalogue = this.#room.visit.catalogueId();
    return this.#room.engine.call((api) => api.labCompare(catalogue, a, b, callback(onProgress)));
  }

  async stopComparing(): Promise<void> {
    await this.#room.engine.call((api) => api.labStopComparing());
  }

  /** @throws 'argument/range' for a persona that the catalogue does not have */
  async lists(runs: readonly string[], chosen: ChosenVisitor, k: number): Promise<ShownLists> {
    const { visit, engine } = this.#room;
    const catalogue = visit.catalogueId();
    const visitor = await this.#visitor(catalogue, chosen);
    const { history, lists } = await engine.call((api) => api.labLists({ catalogue, runs, visitor, k }));
    return {
      history: await visit.items.get(catalogue, history),
      lists: await Promise.all(lists.map(async (list) => list && drawScored(visit.items, catalogue, list))),
    };
  }

  async exportRun(id: string): Promise<File> {
    const { visit, engine, state } = this.#room;
    const catalogue = visit.catalogueId();
    const bytes = await engine.call((api) => api.labExport(catalogue, id));
    const run = state.runs.find((one) => one.id === id);
    const name = [run?.model ?? 'model', run?.seed ?? []].flat().join('-');
    return new File([bytes], `${name}.safetensors`, {
      type: 'application/octet-stream',
    });
  }

  async #visitor(catalogue: CatalogueId, chosen: ChosenVisitor): Promise<LabVisitor> {
    const { visit } = this.#room;
    if (chosen.kind === 'visitor') return { kind: 'visitor', historyVersion: visit.historyVersion };
    if (chosen.kind === 'user') return chosen;
    const personas = await visit.workers.vault.call((api) => api.personas(catalogue));
    const persona = personas.find(({ id }) => id === chosen.id);
    if (persona) return { kind: 'likes', likes: persona.likes };
    throw new HomebodyError('argument/range', `There is no persona ${chosen.id} here.`, {
      detail: { persona: chosen.id },
    });
  }
}
