import { languageOf } from '@qianshou/service-kit/identity';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../caller.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { StrangerFrom } from '../origin-of-address.ts';
import { callerKeyOf, exchangeOf } from './exchange.ts';

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Of who did not sign in, services learn where they come from. */
function placed(caller: Caller, { ip }: FastifyRequest, strangerFrom: StrangerFrom): Caller {
  return caller.actor.subject === null ? strangerFrom(ip) : caller;
}

/** What of a request travels on with it. */
export function contextOf(
  request: FastifyRequest,
  timeout: number,
  strangerFrom: StrangerFrom,
): GatewayContext {
  const { correlationId, startedAt, gone, caller, codes, work, wantsCost, freshness } = exchangeOf(request);
  const { traceparent } = request.headers;
  return {
    correlationId,
    caller: placed(caller, request, strangerFrom),
    callerKey: callerKeyOf(request),
    rank: work?.rank ?? 0,
    freshness,
    cost: wantsCost ? (work?.cost ?? null) : null,
    codes,
    absentTypes: new Set(),
    language: languageOf(request.headers['accept-language']),
    traceparent: typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : null,
    deadline: startedAt + timeout,
    gone,
  };
}
