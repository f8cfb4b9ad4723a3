export interface Outcome {
  readonly ok: boolean;
  /** What a reader needs to put it right. */
  readonly output: string;
}
