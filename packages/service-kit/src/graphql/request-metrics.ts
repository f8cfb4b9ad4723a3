import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { Counter, Histogram, type Registry } from 'prom-client';

/** What a request is for, by its root fields, which the contract bounds; names that clients give are not counted by. */
const ENTITIES = '_entities';

interface Subject {
  readonly kind: string;
  readonly field: string;
}

/** How many requests, of which root field, how long they take, and with which codes they are refused. */
export function requestMetrics<Context extends object>(metrics: Registry): ApolloServerPlugin<Context> {
  const registers = [metrics];
  const duration = new Histogram({
    name: 'graphql_request_seconds',
    help: 'From the parsed request to its answer, by kind of operation and its first root field',
    labelNames: ['kind', 'field'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
    registers,
  });
  const refusals = new Counter({
    name: 'graphql_errors_total',
    help: 'Errors in answers by their code',
    labelNames: ['code'],
    registers,
  });
  return {
    requestDidStart: async () => {
      const end = duration.startTimer();
      return {
        willSendResponse: async (request) => {
          end({ ...subjectOf(request) });
          for (const code of codesIn(request)) refusals.inc({ code });
        },
      };
    },
  };
}

function subjectOf<Context extends object>({ operation }: GraphQLRequestContext<Context>): Subject {
  if (operation === undefined) return { kind: 'invalid', field: 'none' };
  const [first] = operation.selectionSet.selections;
  const field = first?.kind === 'Field' ? first.name.value : 'fragment';
  return { kind: field === ENTITIES ? 'entities' : operation.operation, field };
}

function codesIn<Context extends object>({ response }: GraphQLRequestContext<Context>): readonly string[] {
  if (response.body?.kind !== 'single') return [];
  const { errors = [] } = response.body.singleResult;
  return errors.map(({ extensions }) => {
    const code: unknown = extensions?.['code'];
    return typeof code === 'string' ? code : 'NONE';
  });
}
