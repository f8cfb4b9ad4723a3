import { languageOf, type Language } from '@qianshou/service-kit/identity';
import type { FastifyReply } from 'fastify';
import { render, type Refusal } from '../errors.ts';
import { JSON_TYPE, mediaTypeOf } from '../media-type.ts';
import type { OutgoingHttpHeaders } from 'node:http';
import { exchangeOf } from './exchange.ts';

/** Answers a request that does not reach the graph in the shape that GraphQL clients read. */
export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { request } = reply;
  exchangeOf(request).codes.push(refusal.definition.code);
  // What is refused for its method would be taken with this one; a place that takes others says so itself.
  if (refusal.definition.status === 405 && !reply.hasHeader('allow')) reply.header('allow', 'POST');
  const { accept, 'accept-language': languages } = request.headers;
  return reply
    .code(refusal.definition.status)
    .type(mediaTypeOf(accept) ?? JSON_TYPE)
    .send(refusalText(refusal, languageOf(languages)));
}

/** The same for refusals that must cost next to nothing: prepared once, and past all that is done with other answers. */
export function refuseAtOnce(reply: FastifyReply, refusal: Refusal): void {
  const { code, status } = refusal.definition;
  const { accept, 'accept-language': languages } = reply.request.headers;
  exchangeOf(reply.request).codes.push(code);
  const body = prepared(refusal, languageOf(languages));
  reply.hijack();
  reply.raw.writeHead(status, {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    'content-type': mediaTypeOf(accept) ?? JSON_TYPE,
    'content-length': body.length,
  });
  // As text it leaves with its headers, in one call of the system.
  reply.raw.end(body.text);
}

interface PreparedBody {
  readonly text: string;
  readonly length: number;
}

const bodies = new Map<string, PreparedBody>();

/** Of refusals without details: there are as many as there are codes and languages. */
function prepared(refusal: Refusal, language: Language): PreparedBody {
  const key = `${refusal.definition.code} ${language}`;
  const known = bodies.get(key);
  if (known !== undefined) return known;
  const text = refusalText(refusal, language);
  const body = { text, length: Buffer.byteLength(text) };
  bodies.set(key, body);
  return body;
}

export function refusalText(refusal: Refusal, language: Language): string {
  return JSON.stringify({ errors: [render(refusal, language)] });
}
