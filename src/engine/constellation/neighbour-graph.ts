import type { Neighbours } from './neighbours.ts';

/** An undirected graph over rows. Each edge once. */
export interface NeighbourGraph {
  /** The two ends. Int32[edgeCount] each. */
  readonly from: Int32Array<ArrayBuffer>;
  readonly to: Int32Array<ArrayBuffer>;
  /** 1 where each is among the other's nearest, else ½. Float32[edgeCount]. */
  readonly weight: Float32Array<ArrayBuffer>;
}

/**
 * The symmetric graph of nearest neighbours. Two weights are enough: layouts by attraction and repulsion come
 * out alike with them and with the graded ones of UMAP or t-SNE (Böhm, Berens, Kobak, "Attraction-repulsion
 * spectrum in neighbor embeddings", JMLR 2022).
 */
export function neighbourGraph({ k, rows }: Neighbours): NeighbourGraph {
  const from = new Int32Array(rows.length);
  const to = new Int32Array(rows.length);
  const weight = new Float32Array(rows.length);
  let edges = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = Math.floor(place / k);
    const other = rows[place]!;
    if (other < 0) continue;
    const mutual = rows.subarray(other * k, (other + 1) * k).includes(row);
    // An edge that both know is entered by the smaller of them.
    if (mutual && other < row) continue;
    from[edges] = row;
    to[edges] = other;
    weight[edges] = mutual ? 1 : 0.5;
    edges += 1;
  }
  return { from: from.slice(0, edges), to: to.slice(0, edges), weight: weight.slice(0, edges) };
}
