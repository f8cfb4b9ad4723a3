import { asyncApi } from './docs/async-api.ts';
import type { GeneratedDocument } from './docs/generated-document.ts';
import { goldenCorpus } from './docs/golden-corpus.ts';
import { jsonSchemas } from './docs/json-schemas.ts';
import { eventReference } from './docs/reference.ts';

export type { GeneratedDocument } from './docs/generated-document.ts';

/** Everything that is made from the event catalogue: schemas for machines, a reference for people, the corpus. */
export async function generateEventDocs(): Promise<readonly GeneratedDocument[]> {
  return [...jsonSchemas(), asyncApi(), eventReference(), ...(await goldenCorpus())];
}
