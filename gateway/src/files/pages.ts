import { AFTER, OWN } from './page-query.ts';
import type { Walk } from './walk.ts';
import type { Standing } from './provenance.ts';

/** What the graph answered to one page. */
export interface Answered {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly unknown[];
}

/** Asks the graph in the name of who wants the file. */
export type AskPage = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  operationName?: string | null,
) => Promise<Answered>;

export interface Page {
  readonly items: readonly unknown[];
  readonly standing: Standing | null;
  /** How many there are in all, where the graph says so. */
  readonly total: number | null;
  readonly next: string | null;
}

/** A page with any error in it is none, so that no file lacks rows unseen. */
export class PageRefused extends Error {
  readonly answered: Answered;
  constructor(answered: Answered) {
    super('the graph refused a page of a file');
    this.answered = answered;
  }
}

export interface Walking {
  readonly ask: AskPage;
  readonly walk: Walk;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

export async function firstPage({ ask, walk, variables, operationName }: Walking): Promise<Page> {
  return pageOf(await ask(walk.firstQuery, { ...variables, [AFTER]: walk.start }, operationName), walk);
}

/** The pages after the first, each asked for when the one before is written. */
export async function* morePages(
  { ask, walk, variables, operationName }: Walking,
  first: Page,
): AsyncGenerator<Page> {
  for (let after = first.next; after !== null;) {
    const page = pageOf(await ask(walk.query, { ...variables, [AFTER]: after }, operationName), walk);
    yield page;
    after = page.next;
  }
}

/** What has no pages is one row. */
export function onlyPage(answered: Answered): Page {
  return { items: [dataOf(answered)], standing: null, total: null, next: null };
}

/** @throws PageRefused where anything of it failed. */
export function dataOf(answered: Answered): object {
  if (answered.data === null || answered.errors.length > 0) throw new PageRefused(answered);
  return answered.data;
}

type Found = Readonly<Record<string, unknown>>;

function pageOf(answered: Answered, { path, items, edges }: Walk): Page {
  const list = path.reduce<unknown>(
    (inner, name) => (inner as Found | null)?.[name] ?? null,
    dataOf(answered),
  );
  if (list === null) return { items: [], standing: null, total: null, next: null };
  const found = list as Found;
  const listed = (found[items] ?? []) as readonly unknown[];
  const { hasNextPage, endCursor } = found[OWN.page] as Readonly<{
    hasNextPage: boolean;
    endCursor: string | null;
  }>;
  return {
    items: edges ? listed.map((edge) => nodeOf(edge)) : listed,
    standing: standingIn(found),
    total: (found[OWN.total] ?? null) as number | null,
    next: hasNextPage ? endCursor : null,
  };
}

function standingIn(found: Found): Standing | null {
  return (found[OWN.standing] as Standing | undefined) ?? null;
}

/** The one object in an edge that is no cursor, whatever it is called. */
function nodeOf(edge: unknown): unknown {
  return (
    Object.values((edge ?? {}) as Found).find((value) => typeof value === 'object' && value !== null) ?? null
  );
}
