import { languageOf } from '@qianshou/service-kit/identity';
import type { FastifyReply } from 'fastify';
import { render, type Refusal } from '../errors.ts';
import { exchangeOf } from './exchange.ts';

/** Answers a request that does not reach the graph in the shape that GraphQL clients read. */
export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { request } = reply;
  exchangeOf(request).codes.push(refusal.definition.code);
  const language = languageOf(request.headers['accept-language']);
  return reply.code(refusal.definition.status).send({ errors: [render(refusal, language)] });
}
