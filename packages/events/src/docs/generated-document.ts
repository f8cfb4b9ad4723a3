/** A committed file that is made from the catalogue. */
export interface GeneratedDocument {
  /** From the folder of the repository. */
  readonly path: string;
  readonly content: string;
}
