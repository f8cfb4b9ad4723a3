import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Source, parse } from 'graphql';
import { z } from 'zod';

/** The documents that applications registered before they were deployed, by the SHA-256 of their text. */
export interface TrustedDocuments {
  readonly count: number;
  /** @param id as clients send it: the hash in hexadecimal, or `sha256:` before it */
  readonly textOf: (id: string) => string | null;
  readonly knows: (text: string) => boolean;
  readonly texts: () => Iterable<string>;
}

const operation = z.object({ id: z.string(), body: z.string() });
/** As Apollo's, or as Relay and the client preset of codegen write them: hash to text. */
const manifestSchema = z.union([
  z
    .object({ format: z.literal('apollo-persisted-query-manifest'), operations: z.array(operation) })
    .transform(({ operations }) => operations.map(({ id, body }) => [id, body] as const)),
  z.record(z.string(), z.string()).transform((texts) => Object.entries(texts)),
]);

const HASH = /^[0-9a-f]{64}$/;

/**
 * Reads every `*.json` of a folder: one manifest an application.
 * @throws Error that names the file and what is wrong with it: a gateway that trusts half of its documents would refuse
 * an application's requests one by one
 */
export function readTrustedDocuments(folder: string | null): TrustedDocuments {
  const texts = new Map((folder === null ? [] : manifestsIn(folder)).flatMap(entriesOf));
  const known = new Set(texts.values());
  return {
    count: texts.size,
    textOf: (id) => texts.get(id.replace(/^sha256:/, '').toLowerCase()) ?? null,
    knows: (text) => known.has(text),
    texts: () => known,
  };
}

function manifestsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => join(folder, name));
  } catch (error) {
    throw new Error(
      `TRUSTED_DOCUMENTS names the folder ${folder}, which cannot be read. Name the folder with one manifest an application.`,
      { cause: error },
    );
  }
}

function entriesOf(file: string): readonly (readonly [string, string])[] {
  const wrong = (what: string): Error =>
    new Error(`The manifest ${file} of TRUSTED_DOCUMENTS ${what}. Make it anew from the application.`);
  const { data: entries, error } = manifestSchema.safeParse(contentOf(file, wrong));
  if (error !== undefined)
    throw wrong('is neither hash to text in JSON nor a manifest as Apollo writes them');
  return entries.map(([id, text]) => {
    if (!HASH.test(id) || sha256(text) !== id) throw wrong(`says ${id} of a document with another SHA-256`);
    if (!isReadable(text, id)) throw wrong(`holds a document that is no GraphQL: ${id}`);
    return [id, text];
  });
}

function contentOf(file: string, wrong: (what: string) => Error): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw wrong('is no JSON');
  }
}

function isReadable(text: string, name: string): boolean {
  try {
    parse(new Source(text, name), { noLocation: true });
    return true;
  } catch {
    return false;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
