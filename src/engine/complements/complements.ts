/** What goes well with each item. */
export interface Complements {
  /** Places per item. */
  readonly perItem: number;
  /** Best first, −1 where there is none. Int32[itemCount · perItem]. */
  readonly items: Int32Array<ArrayBuffer>;
  /** Log-likelihood ratio, 0 in empty places. Float32[itemCount · perItem]. */
  readonly scores: Float32Array<ArrayBuffer>;
}
