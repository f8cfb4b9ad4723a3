import { asyncApi } from './docs/async-api.ts';
import { goldenCorpus } from './docs/golden-corpus.ts';
import { jsonSchemas } from './docs/json-schemas.ts';
import { eventReference } from './docs/reference.ts';

/** A committed file that is made from the catalogue. */
export interface GeneratedDocument {
  /** From the folder of the repository. */
  readonly path: string;
  readonly content: string;
}

/** Everything that is made from the event catalogue: schemas for machines, a reference for people, the corpus. */
export async function generateEventDocs(): Promise<readonly GeneratedDocument[]> {
  return [...jsonSchemas(), asyncApi(), eventReference(), ...(await goldenCorpus())];
}
