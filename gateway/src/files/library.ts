import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, parse, print, type TypeNode } from 'graphql';

/** A question that is published under a name of its own. */
export interface SavedQuery {
  readonly slug: string;
  readonly titles: { readonly en: string; readonly zh: string };
  readonly query: string;
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  readonly name: string;
  /** As the query declares it, e.g. `RegionCode!`. */
  readonly type: string;
  readonly required: boolean;
}

const FOLDER = join(import.meta.dirname, '../../library');
const TITLE = /^# (?<en>.*) \((?<zh>[^()]*(?:\([^()]*\)[^()]*)*)\)$/m;

/** Those that come with the product: `# English (中文)` in the first line of a file, then the query. */
export function shippedQueries(folder = FOLDER): ReadonlyMap<string, SavedQuery> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  const found = files.toSorted().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const { en = '', zh = '' } = TITLE.exec(text)?.groups ?? {};
    return savedQuery({ slug: file.replace(/\.graphql$/, ''), titles: { en, zh }, query: text });
  });
  return new Map(found.map((saved) => [saved.slug, saved]));
}

/** With the parameters that its own variables make. */
export function savedQuery(saved: Omit<SavedQuery, 'parameters'>): SavedQuery {
  const { variableDefinitions = [] } = getOperationAST(parse(saved.query)) ?? {};
  const parameters = variableDefinitions.map(({ variable, type, defaultValue }) => {
    const written = print(type satisfies TypeNode);
    return {
      name: variable.name.value,
      type: written,
      required: written.endsWith('!') && defaultValue === undefined,
    };
  });
  return { ...saved, parameters };
}
