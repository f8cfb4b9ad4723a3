import { languageOf, type Language } from '@qianshou/service-kit/identity';
import type { FastifyReply } from 'fastify';
import { render, type Refusal } from '../errors.ts';
import { JSON_TYPE, mediaTypeOf } from '../media-type.ts';
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

export function refusalText(refusal: Refusal, language: Language): string {
  return JSON.stringify({ errors: [render(refusal, language)] });
}
