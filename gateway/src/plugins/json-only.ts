import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { bodyTooLarge, internalError, malformedRequest, notFound, notJson, type Refusal } from '../errors.ts';
import { exchangeOf } from './exchange.ts';
import { refuse } from './refuse.ts';

/** Bodies are uncompressed JSON of a bounded size; whatever else comes is answered in the shape of a GraphQL error. */
export function takeJsonOnly(app: FastifyInstance, bodyLimit: number): void {
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', (request, reply, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') return void refuse(reply, notJson());
    done();
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal =
      refusalOf(error, bodyLimit) ?? internalError({ correlationId: exchangeOf(request).correlationId });
    return answer(reply, refusal, error);
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, notFound()));
}

function answer(reply: FastifyReply, refusal: Refusal, error: FastifyError): FastifyReply {
  if (refusal.definition.status >= 500) {
    reply.log.error(
      { err: error, correlationId: exchangeOf(reply.request).correlationId },
      'a request failed',
    );
  }
  return refuse(reply, refusal);
}

function refusalOf({ code, statusCode }: FastifyError, bodyLimit: number): Refusal | null {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return bodyTooLarge({ limit: bodyLimit });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return notJson();
  if (statusCode === 400)
    return malformedRequest({ reason: { en: 'the body is not JSON', zh: '请求体不是 JSON' } });
  return null;
}
