import { randomUUIDv7 } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type Actor, PUBLIC_ACTOR } from '@qianshou/kernel';
import { subgraphServer } from '@qianshou/service-kit/graphql';
import {
  CORRELATION_HEADER,
  DEADLINE_HEADER,
  encodeIdentity,
  IDENTITY_HEADER,
  parseKeyRing,
  SIGNATURE_HEADER,
  type SignIdentity,
  signIdentity,
  verifyGatewayRequest,
} from '@qianshou/service-kit/identity';
import { createLogger } from '@qianshou/service-kit/logging';
import type { Subgraph } from '@qianshou/service-kit/service';

export interface AtTheDoor {
  readonly status: number;
  // A test reads the answer of its own query; its shape is checked by the test's expectations.
  readonly body: any;
  readonly milliseconds: number;
}

export interface Knock {
  /** How long the gateway would wait. */
  readonly within: number;
  readonly actor?: Actor;
  /** Ends the connection before the answer. */
  readonly hangUp?: AbortSignal;
}

export interface SubgraphDoor {
  readonly ask: (query: string, knock: Knock) => Promise<AtTheDoor>;
  readonly close: () => Promise<void>;
}

/** The service behind its own HTTP door, asked as the gateway asks it: signed, with a deadline. */
export async function subgraphDoor(subgraph: Subgraph<unknown, unknown>): Promise<SubgraphDoor> {
  const secret = Buffer.alloc(32, 7).toString('base64');
  const keyRing = parseKeyRing({ keys: [{ id: 'test', secret }] }, 'test');
  const server = await subgraphServer({
    schema: subgraph.schema,
    contextOf: subgraph.contextOf,
    logger: createLogger({ service: 'door', level: 'fatal' }),
    introspection: true,
    verify: verifyGatewayRequest({ audience: 'door', keyRing }),
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const sign = signIdentity({ audience: 'door', keyRing });
  const url = `http://127.0.0.1:${port}/graphql`;
  return {
    close: () => server.close(),
    ask: async (query, knock) => {
      const began = performance.now();
      const body = JSON.stringify({ query });
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: headersOf(body, knock, sign),
        ...(knock.hangUp === undefined ? {} : { signal: knock.hangUp }),
      });
      const answer: unknown = await response.json();
      return { status: response.status, body: answer, milliseconds: performance.now() - began };
    },
  };
}

function headersOf(body: string, { within, actor = PUBLIC_ACTOR }: Knock, sign: SignIdentity) {
  const identity = encodeIdentity({ actor, language: 'en' });
  const correlationId = randomUUIDv7();
  const envelope = { deadline: Date.now() + within, correlationId, traceparent: null };
  return {
    'content-type': 'application/json',
    [IDENTITY_HEADER]: identity.header,
    [DEADLINE_HEADER]: String(envelope.deadline),
    [CORRELATION_HEADER]: correlationId,
    [SIGNATURE_HEADER]: sign({ method: 'POST', path: '/graphql', body, identity, envelope }),
  };
}
