import replyFrom from '@fastify/reply-from';
import {
  CORRELATION_HEADER,
  DEADLINE_HEADER,
  IDENTITY_HEADER,
  languageOf,
  languageTag,
  SIGNATURE_HEADER,
  signIdentity,
  type KeyRing,
} from '@qianshou/service-kit/identity';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { feedUnavailable } from '../errors.ts';
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

function headersOf(request: FastifyRequest, sign: ReturnType<typeof signIdentity>): Record<string, string> {
  const { correlationId, caller } = exchangeOf(request);
  const language = languageOf(request.headers['accept-language']);
  const identity = caller.identity(language);
  const envelope = { deadline: Date.now() + BEGINS_WITHIN_MS, correlationId, traceparent: null };
  const passedOn = PASSED_ON.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return {
    ...Object.fromEntries(passedOn),
    'accept-language': languageTag(language),
    [IDENTITY_HEADER]: identity.header,
    [SIGNATURE_HEADER]: sign({
      method: 'GET',
      path: request.raw.url ?? '',
      body: '',
      identity,
      envelope,
    }),
    [CORRELATION_HEADER]: correlationId,
    [DEADLINE_HEADER]: String(envelope.deadline),
  };
}
