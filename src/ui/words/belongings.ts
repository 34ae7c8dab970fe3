/** What goes or comes, in counts. */
export interface Belongings {
  readonly events: number;
  readonly catalogues: number;
  readonly models: number;
  /** Runs, studies and promotions. */
  readonly lab: number;
}
