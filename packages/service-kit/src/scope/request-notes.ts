/** What came of one request, beside its answer: told in the answer's extensions. */
export interface RequestNotes {
  /** Subjects that it wrote, with their versions. */
  readonly wrote: Map<string, number>;
  /** Whether the answer is older than was asked for. */
  behind: boolean;
}

export const noNotes = (): RequestNotes => ({ wrote: new Map(), behind: false });

/** To be called where nothing of what is done from here on was written after all. */
export function undoing(notes: RequestNotes | undefined): () => void {
  if (notes === undefined) return () => {};
  const before = [...notes.wrote];
  return () => {
    notes.wrote.clear();
    for (const [subject, version] of before) notes.wrote.set(subject, version);
  };
}
