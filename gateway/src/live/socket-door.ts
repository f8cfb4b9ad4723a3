import { randomUUIDv7 } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { languageOf } from '@qianshou/service-kit/identity';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, parse } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { type Caller, PUBLIC_CALLER } from '../caller.ts';
import { render } from '../errors.ts';
import { filePlaces } from '../files/limits.ts';
import { addressKey, callerKey } from '../load/caller-key.ts';
import type { AllowsOrigin } from '../origins.ts';
import type { TokenVerifier } from '../tokens/token-verifier.ts';
import {
  askedBy,
  type Listener,
  type LiveOptions,
  openSubscription,
  payForBeginning,
} from './subscriptions.ts';
import type { Results } from './live-results.ts';

export interface SocketOptions extends LiveOptions {
  readonly tokens: TokenVerifier;
  readonly allows: AllowsOrigin;
  readonly bodyLimit: number;
  readonly addressOf: (request: IncomingMessage) => string;
}

const PATH = '/graphql';
/** Connections of one address that are open at a time; a page needs one. */
const MOST_OF_AN_ADDRESS = 50;
const BEARER = /^(?:Bearer +)?([\w.~+/-]+=*) *$/i;
/** What of a connection is known to each of its subscriptions. */
type Connection = Omit<Listener, 'correlationId'>;

/** Subscriptions over WebSocket (graphql-ws), beside the graph's own address. */
export function serveSockets(app: FastifyInstance, options: SocketOptions): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.bodyLimit,
    handleProtocols: (offered) =>
      offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
  });
  const serving = useServer(serverOptions(options), sockets);
  const places = filePlaces({ atOnce: Infinity, perCaller: MOST_OF_AN_ADDRESS });
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const address = addressKey(options.addressOf(request));
    if (!admits(request, options)) return refuseUpgrade(socket, 403);
    const leave = places.enter(address);
    if (leave === null) return refuseUpgrade(socket, 503);
    socket.once('close', leave);
    sockets.handleUpgrade(
      request,
      socket,
      head,
      (opened) => void sockets.emit('connection', opened, request),
    );
  });
  app.addHook('preClose', async () => {
    await serving.dispose();
  });
}

/** A page of a foreign origin is refused; who is no browser names none. */
function admits(
  { url = '', headers: { origin, host } }: IncomingMessage,
  { allows }: SocketOptions,
): boolean {
  if (url.split('?', 1)[0] !== PATH) return false;
  if (origin === undefined || allows(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function refuseUpgrade(socket: Duplex, status: 403 | 503): void {
  socket.end(
    `HTTP/1.1 ${status} ${status === 403 ? 'Forbidden' : 'Service Unavailable'}\r\nconnection: close\r\n\r\n`,
  );
}

type ServerOptions = Parameters<typeof useServer<Record<string, unknown>, { connection?: Connection }>>[0];

function serverOptions(options: SocketOptions): ServerOptions {
  const open = openSubscription(options);
  return {
    connectionInitWaitTimeout: 10_000,
    onConnect: async ({ connectionParams, extra }) => {
      const { request, socket } = extra;
      const caller = await callerOf(options.tokens, connectionParams ?? {}, request);
      if (caller === null) return false;
      const departure = new AbortController();
      socket.once('close', () => departure.abort());
      const address = options.addressOf(request);
      extra.connection = {
        caller,
        callerKey: callerKey(caller.actor, address),
        address: addressKey(address),
        language: languageOf(languageIn(connectionParams) ?? request.headers['accept-language']),
        gone: departure.signal,
      };
      return true;
    },
    onSubscribe: async ({ extra }, _id, payload) => {
      const { connection } = extra;
      if (connection === undefined) throw new Error('a subscription before its connection');
      const listener = { ...connection, correlationId: randomUUIDv7() };
      const unpaid = await payForBeginning(options.spend, listener).catch(refusalIn);
      if (unpaid instanceof GraphQLError) return [unpaid];
      const opened = await open(listener, askedBy(payload));
      if (opened.is === 'WRONG') return [...opened.errors];
      if (opened.is === 'OPEN') return argumentsOf(options, opened.results);
      const { message, extensions } = render(opened.refusal, connection.language);
      return [new GraphQLError(message, { extensions })];
    },
    subscribe: ({ rootValue }) => rootValue as Results,
  };
}

function refusalIn(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  throw error;
}

/** The protocol's library looks for an operation, and then follows what it is given: what was opened already. */
const FOLLOWED = parse('subscription { __typename }');

function argumentsOf({ schema }: LiveOptions, results: Results) {
  return { schema, document: FOLLOWED, rootValue: results };
}

async function callerOf(
  tokens: TokenVerifier,
  parameters: Readonly<Record<string, unknown>>,
  { headers }: IncomingMessage,
): Promise<Caller | null> {
  const given = parameters['authorization'] ?? parameters['Authorization'] ?? headers.authorization;
  if (given === undefined) return PUBLIC_CALLER;
  const token = BEARER.exec(typeof given === 'string' ? given : '')?.[1];
  const verdict = await tokens.verify(token ?? '');
  return verdict.verified ? verdict.caller : null;
}

function languageIn(parameters: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const given = parameters?.['acceptLanguage'] ?? parameters?.['accept-language'];
  return typeof given === 'string' ? given : undefined;
}
