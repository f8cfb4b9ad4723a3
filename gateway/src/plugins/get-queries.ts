import type { FastifyInstance, FastifyRequest } from 'fastify';
import { malformedRequest, methodNotAllowed, notJson, type Refusal } from '../errors.ts';
import { asksForGraphQL } from '../media-type.ts';
import type { AllowsOrigin } from '../origins.ts';
import { couldBeForged } from '../transport-errors.ts';
import { refuse } from './refuse.ts';

/** The parameters of a request that stand in the address of a GET, by the names that they have in a body. */
const TEXTS = ['query', 'operationName', 'documentId'] as const;
const OBJECTS = ['variables', 'extensions'] as const;

/** Sent with a script's request alone, and only where this server lets the script's origin. */
const UNFORGEABLE = ['apollo-require-preflight', 'x-apollo-operation-name', 'authorization', 'content-type'];

/** Reads a GET as the request that a POST would carry in its body, so that all that follows knows one form. */
export function takeQueriesByGet(app: FastifyInstance, allows: AllowsOrigin): void {
  app.addHook('preHandler', (request, reply, done) => {
    if (request.method !== 'GET') return done();
    const refusal = refusalOf(request, allows);
    if (refusal !== null) return void refuse(reply, refusal);
    request.body = bodyOf(parametersOf(request));
    done();
  });
}

function refusalOf(request: FastifyRequest, allows: AllowsOrigin): Refusal | null {
  const { query, extensions, documentId } = parametersOf(request);
  if ([query, extensions, documentId].every((each) => each === undefined)) return methodNotAllowed();
  if (isForm(request)) return notJson();
  return mayBeForged(request, allows) ? couldBeForged() : parameterRefusal(parametersOf(request));
}

function isForm({ headers }: FastifyRequest): boolean {
  const type = headers['content-type'];
  return type !== undefined && !/^application\/json\s*(;|$)/i.test(type);
}

/**
 * A picture, a form or a link of a foreign page makes a browser ask as well. What they cannot do is send a header of
 * ours, name our media types, or ask as a script of an origin that is allowed.
 */
function mayBeForged({ headers }: FastifyRequest, allows: AllowsOrigin): boolean {
  if (UNFORGEABLE.some((name) => headers[name] !== undefined)) return false;
  if (headers.origin !== undefined && !allows(headers.origin)) return true;
  const mode = headers['sec-fetch-mode'];
  if (mode !== undefined) return mode !== 'cors' && mode !== 'same-origin';
  return !asksForGraphQL(headers.accept);
}

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

function parametersOf({ query }: FastifyRequest): Parameters {
  return query as Parameters;
}

function parameterRefusal(parameters: Parameters): Refusal | null {
  const twice = [...TEXTS, ...OBJECTS].find((name) => Array.isArray(parameters[name]));
  if (twice !== undefined)
    return malformedRequest({ reason: { en: `"${twice}" stands twice`, zh: `“${twice}”重复出现` } });
  const unreadable = OBJECTS.find((name) => parseObject(parameters[name]) === undefined);
  return unreadable === undefined
    ? null
    : malformedRequest({
        reason: {
          en: `"${unreadable}" is not an object in JSON`,
          zh: `“${unreadable}”不是 JSON 对象`,
        },
      });
}

function bodyOf(parameters: Parameters): object {
  const texts = TEXTS.map((name) => [name, parameters[name]]);
  const objects = OBJECTS.map((name) => [name, parseObject(parameters[name])]);
  return Object.fromEntries([...texts, ...objects]) as object;
}

/** `undefined` for what is no JSON; whether it is an object is asked of bodies and addresses alike. */
function parseObject(text: Parameters[string]): unknown {
  if (typeof text !== 'string' || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
