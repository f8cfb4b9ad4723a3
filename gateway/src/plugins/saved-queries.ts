import { createHash } from 'node:crypto';
import { chinaDay } from '@qianshou/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { exportFormatUnknown, savedQueryParameter, savedQueryUnknown } from '../files/errors.ts';
import { type Format, isFormat } from '../files/formats.ts';
import type { SavedQuery } from '../files/library.ts';
import { readParameters } from '../files/parameters.ts';
import { exchangeOf } from './exchange.ts';
import { askInNameOf, type FileOptions, sendFile } from './files.ts';
import { refuse } from './refuse.ts';

export interface SavedQueryOptions extends FileOptions {
  readonly shipped: ReadonlyMap<string, SavedQuery>;
}

interface Link {
  readonly saved: SavedQuery;
  readonly format: Format;
}

const LINK = Symbol('link');
type Carrier = FastifyRequest & { [LINK]?: Link };

/** Reads a link as the request that sends its query, so that all that follows knows one form. */
export function takeLinks(app: FastifyInstance, options: SavedQueryOptions): void {
  app.decorateRequest(LINK);
  app.addHook('preHandler', async (request, reply) => {
    const { file } = request.params as { readonly file: string };
    const [, slug = file, format = ''] = /^(.*)\.([a-z]+)$/.exec(file) ?? [];
    if (!isFormat(format)) return refuse(reply, exportFormatUnknown());
    const saved = options.shipped.get(slug) ?? null;
    if (saved === null) return refuse(reply, savedQueryUnknown({ slug: slug.slice(0, 100) }));
    const { limit: _ofTheFile, ...given } = request.query as Readonly<Record<string, unknown>>;
    const read = readParameters(options.schema, saved, given);
    if (read.is === 'WRONG') {
      const { parameter, reason } = read;
      return refuse(reply, savedQueryParameter({ parameter: parameter.slice(0, 100), reason }));
    }
    (request as Carrier)[LINK] = { saved, format };
    request.body = { query: saved.query, variables: read.variables };
  });
}

/** The file of a link; nothing is asked where the client has what it would be answered. */
export function serveLinks(app: FastifyInstance, options: SavedQueryOptions): void {
  app.get('/q/:file', { exposeHeadRoute: false }, async (request, reply) => {
    const link = (request as Carrier)[LINK];
    if (link === undefined) throw new Error('a link that nobody read');
    const mark = await markOf(options, request, link);
    reply.headers({ 'cache-control': 'private, no-cache', vary: 'authorization, accept-language' });
    if (mark !== null) {
      reply.header('etag', mark);
      if (asksFor(request, mark)) return reply.code(304).send();
    }
    const { slug, titles } = link.saved;
    const title = `${titles.zh} ${titles.en}`;
    return sendFile(options, { request, reply }, { format: link.format, title, name: slug });
  });
}

function asksFor({ headers }: FastifyRequest, mark: string): boolean {
  const marks = (headers['if-none-match'] ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return marks.includes(mark) || marks.includes('*');
}

/** Asked before the query: an answer can be newer than its mark, never older. */
const POSITION = '{ insightPosition { position } }';

/**
 * The same for as long as nothing was told by any service, for one caller on one day in China. Null where nobody knows
 * how far the logs go.
 */
async function markOf(
  options: SavedQueryOptions,
  request: FastifyRequest,
  { format, saved }: Link,
): Promise<string | null> {
  const { data } = await askInNameOf(options, request, exchangeOf(request).gone)(POSITION, {});
  const position = (data?.['insightPosition'] as { readonly position?: number } | null)?.position;
  if (position === undefined) return null;
  const { actor } = exchangeOf(request).caller;
  const { variables } = request.body as { readonly variables: object };
  const parts = [
    position,
    chinaDay(new Date()),
    format,
    saved.query,
    variables,
    (request.query as { readonly limit?: unknown }).limit,
    actor.subject,
    actor.grants,
    request.headers['accept-language'],
  ];
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
}
