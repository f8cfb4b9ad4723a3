import { badInput, type NameQuery } from '@qianshou/kernel';
import type { Connection } from 'mongoose';

/** Any registered model: only its rows are touched. */
type AnyModel = Connection['models'][string];
import { trusted } from '../mongo/connection.ts';

/**
 * What a record is searched by, kept beside its name: the name as it is compared, and its tokens. Chinese has no word
 * breaks, so every character and every pair of neighbours is a token, and the first ones are marked.
 */
export interface SearchedName {
  readonly key: string;
  readonly tokens: readonly string[];
}

export const SEARCH = 'search';
/** Leads an index that answers a search in the order of its list: `{ [SEARCH_TOKENS]: 1, … }`. */
export const SEARCH_TOKENS = 'search.tokens';
export const SEARCH_FIELD = { type: { _id: false, key: String, tokens: [String] }, default: null } as const;

const LONGEST = 100;
const START = '^';

export function searchedName(name: string): SearchedName {
  const key = keyOf(name);
  return { key, tokens: [...new Set([...tokensOf(key), ...startsOf(key)])] };
}

/** A document with what it is searched by, which follows from its field of that path. */
export function withSearch<Document extends object>(document: Document, path: string | null): Document {
  const name: unknown = path === null ? null : Reflect.get(document, path);
  return typeof name === 'string' ? { ...document, [SEARCH]: searchedName(name) } : document;
}

/** As its audit log has it: nobody decides what it is searched by. */
export function withoutSearch<Document extends object>(document: Document): Document {
  const { [SEARCH]: _search, ...rest } = document as Document & { readonly [SEARCH]?: unknown };
  return rest as unknown as Document;
}

/** The condition of a list; an index on the tokens finds the few that the comparison then reads. */
export function namedLike(query: NameQuery | null | undefined): Record<string, unknown> {
  const starts = asked(query?.startsWith, 'startsWith');
  const contains = asked(query?.contains, 'contains');
  const tokens = [
    ...(starts === null ? [] : [...startsOf(starts), ...pairsOf(starts)]),
    ...(contains === null ? [] : wholeOf(contains)),
  ];
  if (tokens.length === 0) return {};
  const keys = [
    ...(starts === null ? [] : [`^${escaped(starts)}`]),
    ...(contains === null ? [] : [escaped(contains)]),
  ].map((pattern) => ({ 'search.key': trusted({ $regex: pattern }) }));
  return { [SEARCH_TOKENS]: trusted({ $all: [...new Set(tokens)] }), $and: trusted(keys) };
}

/** Gives those that were kept before there was a search their tokens; nothing to do where all have them. */
export async function fillSearch({ collection }: Pick<AnyModel, 'collection'>, path: string): Promise<void> {
  const rows = collection.find(
    { [SEARCH_TOKENS]: { $exists: false } },
    { projection: { [path]: 1 }, batchSize: 1_000 },
  );
  let batch: object[] = [];
  const write = async (): Promise<void> => {
    if (batch.length > 0) await collection.bulkWrite(batch as never[], { ordered: false });
    batch = [];
  };
  for await (const row of rows) {
    const name = (row as Readonly<Record<string, unknown>>)[path];
    if (typeof name !== 'string') continue;
    batch.push({
      updateOne: { filter: { _id: row._id }, update: { $set: { [SEARCH]: searchedName(name) } } },
    });
    if (batch.length === 1_000) await write();
  }
  await write();
}

/** As names are compared: without case, width, spaces and signs. */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function asked(text: string | null | undefined, field: string): string | null {
  if (text === null || text === undefined) return null;
  const key = keyOf(text);
  if (key === '' || key.length > LONGEST) throw badInput({ field, reason: UNUSABLE });
  return key;
}

const UNUSABLE = {
  en: `expected 1 to ${LONGEST} letters or digits of the name`,
  zh: `应为名称中的 1 至 ${LONGEST} 个文字或数字`,
};

function tokensOf(key: string): readonly string[] {
  return [...key, ...pairsOf(key)];
}

function wholeOf(key: string): readonly string[] {
  const pairs = pairsOf(key);
  return pairs.length === 0 ? [key] : pairs;
}

function pairsOf(key: string): readonly string[] {
  const characters = [...key];
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

function startsOf(key: string): readonly string[] {
  const [first] = key;
  return first === undefined ? [] : [START + first];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
