import type { ValidationPoint } from '../../domain/lab.ts';
import { ndcgAt } from '../evaluation/metrics.ts';
import type { EvaluationPart } from '../evaluation/splits/evaluation-part.ts';
import { rowColumns } from '../interactions/csr.ts';
import { topK } from '../scoring/top-k.ts';
import type { FitProgress, FitSnapshot } from '../training/training-run.ts';

/** Users of the part who are asked after a pass. */
const USERS = 120;

/**
 * How well a model does on what is held out while it is trained. A model that measures itself is believed
 * (`FitProgress.validations`); one that shows its embeddings after each pass is measured here, on the host, in small
 * pieces between the slices of the training (`work`); of others there is no curve. A pass that ends before the one
 * before it is measured is passed over, but for the last.
 */
export class ValidationCurve {
  readonly #part: EvaluationPart;
  readonly #asked: readonly number[];
  readonly #measured: ValidationPoint[] = [];
  #told: readonly ValidationPoint[] = [];
  #waiting: FitSnapshot | null = null;
  #running: { readonly snapshot: FitSnapshot; next: number; sum: number } | null = null;

  /** `part`: of `strong`, whose users have no embeddings, nothing is measured. */
  constructor(part: EvaluationPart) {
    this.#part = part;
    const count = part.known === part.train ? Math.min(USERS, part.users.length) : 0;
    this.#asked = Array.from({ length: count }, (_, i) => Math.floor((i * part.users.length) / count));
  }

  get points(): readonly ValidationPoint[] {
    return this.#told.length > 0 ? this.#told : [...this.#measured];
  }

  hear({ validations }: FitProgress): void {
    if (validations) this.#told = validations.map((ndcgAt10, i) => ({ epoch: i + 1, ndcgAt10 }));
  }

  take(snapshot: FitSnapshot): void {
    if (this.#asked.length > 0) this.#waiting = snapshot;
  }

  /** One user of the running pass. False: there is nothing to measure now. */
  work(): boolean {
    if (!this.#running) {
      if (!this.#waiting) return false;
      this.#running = { snapshot: this.#waiting, next: 0, sum: 0 };
      this.#waiting = null;
    }
    const running = this.#running;
    running.sum += this.#ndcg(running.snapshot, this.#asked[running.next]!);
    running.next += 1;
    if (running.next < this.#asked.length) return true;
    this.#measured.push({ epoch: running.snapshot.epoch, ndcgAt10: running.sum / this.#asked.length });
    this.#running = null;
    return this.#waiting !== null;
  }

  #ndcg({ userEmbeddings, itemEmbeddings }: FitSnapshot, place: number): number {
    const { train, users, heldOut } = this.#part;
    const user = users[place]!;
    const dim = itemEmbeddings.length / train.columnCount;
    const known = new Set(rowColumns(train, user));
    const best = topK(train.columnCount, 10, (item) => {
      if (known.has(item)) return -Infinity;
      let score = 0;
      for (let d = 0; d < dim; d++)
        score += userEmbeddings[user * dim + d]! * itemEmbeddings[item * dim + d]!;
      return score;
    });
    const wanted = heldOut.items.subarray(heldOut.offsets[place], heldOut.offsets[place + 1]);
    return ndcgAt(
      10,
      best.map(({ item }) => item),
      new Set(wanted),
    );
  }
}
