import { term } from '@qianshou/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { authenticationUnavailable, unauthenticated } from '../errors.ts';
import type { TokenVerdict, TokenVerifier } from '../tokens/token-verifier.ts';
import { exchangeOf } from './exchange.ts';
import { refuse } from './refuse.ts';

const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i;

/** Finds out who asks, before the body is read. A token that is no good is never taken for none. */
export function authenticate(app: FastifyInstance, tokens: TokenVerifier): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { authorization } = request.headers;
    if (authorization === undefined) return done();
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) return void refuseToken(reply, 'INVALID');
    const known = tokens.remembered(token);
    if (known !== null) {
      exchangeOf(request).caller = known;
      return done();
    }
    tokens.verify(token).then((verdict) => {
      if (!verdict.verified) return void refuseToken(reply, verdict.reason);
      exchangeOf(request).caller = verdict.caller;
      done();
    }, done);
  });
}

const REASONS = {
  EXPIRED: term('EXPIRED', 'it has expired', '已过期'),
  INVALID: term('INVALID', 'it is not valid', '无效'),
} as const;

function refuseToken(
  reply: FastifyReply,
  reason: Extract<TokenVerdict, { verified: false }>['reason'],
): FastifyReply {
  if (reason === 'KEYS_UNAVAILABLE')
    return refuse(reply.header('retry-after', '1'), authenticationUnavailable());
  return refuse(
    reply.header('www-authenticate', 'Bearer error="invalid_token"'),
    unauthenticated({ reason: REASONS[reason] }),
  );
}
