import { Readable } from 'node:stream';
import type { ApolloServer } from '@apollo/server';
import { languageOf } from '@qianshou/service-kit/identity';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { feedUnavailable, overloaded } from '../errors.ts';
import { filePlaces } from '../files/limits.ts';
import { dataOf } from '../files/pages.ts';
import { freshness } from '../freshness.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { Hub } from '../hub.ts';
import { askGraph } from './ask-graph.ts';
import { callerKeyOf, exchangeOf } from './exchange.ts';
import { refuse } from './refuse.ts';

export interface SnapshotOptions {
  readonly hub: Hub;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly contextOf: (request: FastifyRequest) => GatewayContext;
  /** Milliseconds for one page. */
  readonly timeout: number;
}

interface Plan {
  readonly type: string;
  readonly query: string;
  readonly regions: readonly (string | null)[];
  readonly position: string;
}

interface Page {
  readonly nodes: readonly { readonly id: string; readonly version: number }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const PATH = '/feed/snapshot';
/** Under way at a time. */
const PLACES = { perCaller: 1, atOnce: 4 };

/**
 * The present state, line by line: the hub says what to ask, the graph is asked in the name of who wants it, a page at
 * a time, no faster than it is read. Whoever has the last line has all of it.
 */
export function serveSnapshots(app: FastifyInstance, options: SnapshotOptions): void {
  const places = filePlaces(PLACES);
  app.get(PATH, { compress: false }, async (request, reply) => {
    const leave = places.enter(callerKeyOf(request));
    if (leave === null) return refuse(reply.header('retry-after', '5'), overloaded());
    reply.raw.once('close', leave);
    const planned = await options.hub.get(request.raw.url ?? PATH, exchangeOf(request), languageIn(request));
    if (planned === null) return refuse(reply.header('retry-after', '1'), feedUnavailable());
    if (planned.status !== 200)
      return reply.code(planned.status).type('application/json; charset=utf-8').send(planned.text);
    const plan = JSON.parse(planned.text) as Plan;
    return reply
      .header('x-qianshou-position', plan.position)
      .type('application/x-ndjson; charset=utf-8')
      .send(Readable.from(linesOf(request, plan, options)));
  });
}

async function* linesOf(
  request: FastifyRequest,
  plan: Plan,
  options: SnapshotOptions,
): AsyncGenerator<string> {
  let count = 0;
  for (const region of plan.regions) {
    for (let after: string | null = null, more = true; more;) {
      const page: Page = await pageOf(request, plan, { region, after }, options);
      count += page.nodes.length;
      if (page.nodes.length > 0) yield page.nodes.map((node) => lineOf(plan.type, node)).join('');
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
  }
  yield `${JSON.stringify({ complete: true, count, position: plan.position })}\n`;
}

function lineOf(type: string, { id, version, ...data }: Page['nodes'][number]): string {
  return `${JSON.stringify({ subject: `${type}/${id}`, sequence: String(version), data: { id, ...data } })}\n`;
}

/** @throws where the graph does not answer whole: the connection is cut, and the last line never comes. */
async function pageOf(
  request: FastifyRequest,
  { query }: Plan,
  { region, after }: { readonly region: string | null; readonly after: string | null },
  { apollo, contextOf, timeout }: SnapshotOptions,
): Promise<Page> {
  const where = region === null ? null : { regionCode: { within: region } };
  const contextValue = {
    ...contextOf(request),
    deadline: Date.now() + timeout,
    freshness: freshness(false),
    codes: [],
    absentTypes: new Set<string>(),
  };
  const answered = await askGraph(apollo, { query, variables: { where, after } }, contextValue);
  const { page } = dataOf(answered) as { readonly page?: Page | null };
  if (page === null || page === undefined) throw new Error('a page of a snapshot did not come');
  return page;
}

function languageIn({ headers }: FastifyRequest) {
  return languageOf(headers['accept-language']);
}
