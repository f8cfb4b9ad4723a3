import replyFrom from '@fastify/reply-from';
import { type KeyRing, languageOf, signIdentity, type SignIdentity } from '@qianshou/service-kit/identity';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { feedUnavailable } from '../errors.ts';
import { hubHeaders } from '../signed-headers.ts';
import { exchangeOf } from './exchange.ts';
import { refuse } from './refuse.ts';

export interface PartnerDoorOptions {
  /** The service's own address; its doors lie beside its graph. */
  readonly url: string;
  readonly keyRing: KeyRing;
}

const PATHS = ['/feed'];
const PASSED_ON = ['accept', 'last-event-id'];
/** Until the answer begins; a stream goes on for as long as it is read. */
const BEGINS_WITHIN_MS = 10_000;

/** Passes on what partners read beside the graph, in the name of who asks: the gateway stays the one door. */
export async function openPartnerDoors(
  app: FastifyInstance,
  { url, keyRing }: PartnerDoorOptions,
): Promise<void> {
  const sign = signIdentity({ audience: 'partners', keyRing });
  await app.register(replyFrom, {
    base: new URL(url).origin,
    disableRequestLogging: true,
    undici: { headersTimeout: BEGINS_WITHIN_MS, bodyTimeout: 0, connections: null, pipelining: 1 },
  });
  for (const path of PATHS) {
    app.get(path, { compress: false }, (request, reply) =>
      reply.from(path, {
        rewriteRequestHeaders: () => headersOf(request, sign),
        rewriteHeaders: ({ 'content-type': type, 'x-qianshou-position': position, link }) => ({
          'content-type': type,
          ...(position === undefined ? {} : { 'x-qianshou-position': position }),
          ...(link === undefined ? {} : { link }),
        }),
        // Asked again it would be another question: what is signed is taken once.
        retryDelay: () => null,
        onError: () => void refuse(reply.header('retry-after', '1'), feedUnavailable()),
      }),
    );
  }
}

function headersOf(request: FastifyRequest, sign: SignIdentity): Record<string, string> {
  const { correlationId, caller } = exchangeOf(request);
  const language = languageOf(request.headers['accept-language']);
  const asked = { path: request.raw.url ?? '', caller, correlationId, language, within: BEGINS_WITHIN_MS };
  const passedOn = PASSED_ON.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(passedOn), ...hubHeaders(sign, asked) };
}
