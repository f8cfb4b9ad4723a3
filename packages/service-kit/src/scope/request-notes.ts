/** What came of one request, beside its answer: told in the answer's extensions. */
export interface RequestNotes {
  /** Subjects that it wrote, with their versions. */
  readonly wrote: Map<string, number>;
  /** Whether the answer is older than was asked for. */
  behind: boolean;
}

export const noNotes = (): RequestNotes => ({ wrote: new Map(), behind: false });
