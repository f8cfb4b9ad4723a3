import { Readable } from 'node:stream';
import type { Actor } from '@qianshou/kernel';
import type { GraphQLSchema } from 'graphql';
import type { WorkOf } from '../limits/request-work.ts';
import type { GraphQLBody } from '../plugins/graphql-body.ts';
import { type Column, columnsOf } from './columns.ts';
import { type Format, FORMATS } from './formats.ts';
import { type AskPage, firstPage, morePages, onlyPage, type Page, type Walking } from './pages.ts';
import { tallyOf } from './provenance.ts';
import { type Queried, queriedOf } from './queried.ts';
import { type Walk, walkOf } from './walk.ts';

export interface FileAsked {
  readonly body: GraphQLBody;
  readonly format: Format;
  readonly title: string;
  readonly actor: Actor;
  /** Rows that the role may take; more are refused. */
  readonly most: number;
  /** Rows that are wanted, in the order of the query; null: all. */
  readonly limit: number | null;
}

export interface MakingFiles {
  readonly schema: GraphQLSchema;
  readonly workOf: WorkOf;
}

export type MadeFile =
  | { readonly is: 'TOO_LARGE'; readonly most: number }
  | { readonly is: 'MADE'; readonly content: Readable; readonly rows: number | null };

/** The first page decides whether there is a file; the others are read while it is sent, no faster than it is taken. */
export async function makeFile(making: MakingFiles, asked: FileAsked, ask: AskPage): Promise<MadeFile> {
  const { body, format, actor, limit } = asked;
  const { most: holds, write } = FORMATS[format];
  const most = Math.min(asked.most, holds);
  const variables = body.variables ?? {};
  const { queried, walk } = readFor(making, asked);
  const operationName = body.operationName ?? null;
  const walking = walk && { ask, walk, variables, operationName };
  const first = walking
    ? await firstPage(walking)
    : onlyPage(await ask(body.query, variables, operationName));
  const wanted = limit ?? Infinity;
  if (Math.min(countOf(first), wanted) > most) return { is: 'TOO_LARGE', most };
  const tally = tallyOf({ query: body.query, variables, actor, takenAt: new Date() });
  tally.said(first.standing);
  const columns = columnsIn(queried, walk);
  const written = { title: asked.title, columns, pages: itemsOf(walking, first, { most, wanted }), tally };
  return {
    is: 'MADE',
    content: Readable.from(write(written), { objectMode: false }),
    rows: rowsOf(first, wanted),
  };
}

function countOf({ total, items }: Page): number {
  return total ?? items.length;
}

function rowsOf({ next, items, total }: Page, wanted: number): number | null {
  const all = next === null ? items.length : total;
  return all === null ? null : Math.min(all, wanted);
}

function readFor({ schema, workOf }: MakingFiles, { body, actor }: FileAsked) {
  const queried = queriedOf(schema, body.query, body.operationName || null, body.variables ?? {});
  return { queried, walk: queried && affordable(queried, workOf, actor) };
}

/** The largest pages, unless one of them would cost more than the caller may ask for at once. */
function affordable(queried: Queried, workOf: WorkOf, actor: Actor): Walk | null {
  const walk = walkOf(queried);
  const name = queried.operation.name?.value ?? null;
  const turned = walk && queriedOf(queried.schema, walk.firstQuery, name, queried.variables);
  if (turned === null) return walk;
  const { cost } = workOf({ ...turned, fresh: false, actor });
  return cost.cost <= cost.limit ? walk : walkOf(queried, 'AS_DECLARED');
}

function columnsIn(queried: Queried | null, walk: Walk | null): readonly Column[] {
  if (queried === null) return [];
  if (walk !== null)
    return columnsOf(queried, { selections: walk.list.selections, type: walk.list.item, list: walk.list });
  const root = queried.schema.getQueryType();
  return root
    ? columnsOf(queried, { selections: queried.operation.selectionSet, type: root, list: null })
    : [];
}

async function* itemsOf(
  walking: Walking | null,
  first: Page,
  { most, wanted }: { readonly most: number; readonly wanted: number },
): AsyncGenerator<readonly unknown[]> {
  yield first.items.slice(0, wanted);
  let rows = first.items.length;
  if (walking === null || rows >= wanted) return;
  for await (const { items } of morePages(walking, first)) {
    const left = wanted - rows;
    rows += items.length;
    if (Math.min(rows, wanted) > most) throw new Error(`a file of more than ${most} rows was broken off`);
    yield items.slice(0, left);
    if (rows >= wanted) return;
  }
}
