import { z } from 'zod';

const most = (value: number) => z.number().int().min(1).default(value);

/** What one request may ask for. Everybody has these defaults; a role that needs more gets a wider set. */
export const limitsSchema = z.strictObject({
  /** Length of the document in UTF-16 code units. */
  source: most(16 * 1024),
  tokens: most(2_000),
  comments: most(50),
  depth: most(10),
  /** Depth under `__schema` and `__type`: tools nest wrapping types further than any domain query does. */
  introspectionDepth: most(20),
  aliases: most(15),
  rootFields: most(10),
  mutations: most(1),
  directives: most(20),
  fragments: most(50),
  /** Of one document, of which a request names one. */
  operations: most(50),
  /** Selections once every fragment is expanded: what the planner has to look at. */
  selections: most(500),
  /** The same over all operations of a document: what validation has to look at. */
  documentSelections: most(2_000),
  /** Length of one string, in the document or in the variables. */
  string: most(10_000),
  /** Nesting of lists and objects in the variables. */
  variablesDepth: most(20),
});

export type Limits = z.output<typeof limitsSchema>;

/** Analysts compare many regions in one query; they are known and few. */
export const analystLimitsSchema = limitsSchema.extend({
  source: most(64 * 1024),
  tokens: most(6_000),
  aliases: most(60),
  rootFields: most(40),
  directives: most(60),
  selections: most(2_000),
  documentSelections: most(4_000),
});
