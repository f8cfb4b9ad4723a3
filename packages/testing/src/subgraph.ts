import { randomUUIDv7 } from 'node:crypto';
import {
  definitionOf,
  type EventData,
  type EventEnvelope,
  type EventType,
  type ServiceName,
} from '@qianshou/events';
import { type Actor, type Clock, PUBLIC_ACTOR } from '@qianshou/kernel';
import { subgraphApollo } from '@qianshou/service-kit/graphql';
import { createDelivery, prepareInbox } from '@qianshou/service-kit/inbox';
import { createLogger } from '@qianshou/service-kit/logging';
import { inScope } from '@qianshou/service-kit/scope';
import { buildSubgraph, type ServiceDefinition, type Subgraph } from '@qianshou/service-kit/service';
import type { Connection } from '@qianshou/service-kit/mongo';
import type { GraphQLFormattedError } from 'graphql';
import { fromGateway } from './actors.ts';
import { pooledDatabase } from './pooled-database.ts';
import { prepareFromTemplate } from './prepared-database.ts';

export interface Answer {
  // A test reads the answer of its own query; its shape is checked by the test's expectations.
  readonly data: any;
  readonly errors: readonly GraphQLFormattedError[];
  /** `extensions.code` of the first error; undefined where all went well. */
  readonly code: string | undefined;
  readonly details: Record<string, unknown>;
  /** What it says it wrote, as `worker/wkr_…@1`. */
  readonly wrote?: readonly string[];
}

export interface SubgraphUnderTest<UseCases, Loaders> extends Subgraph<UseCases, Loaders> {
  readonly connection: Connection;
  readonly execute: (query: string, variables?: Record<string, unknown>, actor?: Actor) => Promise<Answer>;
  /** Everything in the outbox, oldest first. */
  readonly outbox: () => Promise<readonly EventEnvelope<Record<string, unknown>>[]>;
  /** An event of another service, through the inbox and the reaction in one transaction, as the consumer does it. */
  readonly hear: <Type extends EventType>(
    type: Type,
    data: EventData<Type>,
    options?: HearOptions,
  ) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface HearOptions {
  /** The same id twice is the same event delivered twice. */
  readonly id?: string;
  readonly aggregateId?: string;
  readonly sequence?: number;
}

export interface SubgraphTestOptions<Config> {
  readonly config?: Config;
  readonly clock?: Clock;
  /** Runs the service's own seeding and importing, which most tests don't need. */
  readonly prepare?: boolean;
}

/** The service's real graph on a real database of its own, called without the network. */
export async function subgraphUnderTest<Name extends ServiceName, UseCases, Loaders, Config>(
  definition: ServiceDefinition<Name, UseCases, Loaders, Config>,
  { config, clock, prepare = false }: SubgraphTestOptions<Config> = {},
): Promise<SubgraphUnderTest<UseCases, Loaders>> {
  const { connection, isReady, watch, giveBack } = await pooledDatabase(definition.name, prepare);
  const logger = createLogger({ service: definition.name, level: 'fatal' });
  const subgraph = await buildSubgraph(definition, {
    config: config as Config,
    connection,
    logger,
    ...(clock === undefined ? {} : { clock }),
  });
  if (prepare && isReady) await subgraph.prepare?.();
  else if (prepare) await prepareFromTemplate(connection, definition.name, subgraph.prepare);
  const { subscriptions } = subgraph;
  await prepareInbox(connection);
  const hear = createDelivery({ connection, purpose: 'reactions', subscriptions });
  const apollo = subgraphApollo({ schema: subgraph.schema, logger, introspection: true });
  await apollo.start();
  watch();
  return {
    ...subgraph,
    connection,
    execute: async (query, variables = {}, actor = PUBLIC_ACTOR) => {
      const contextValue = subgraph.contextOf({ actor: fromGateway(actor), language: 'en' });
      const { body } = await inScope(
        { correlationId: randomUUIDv7(), notes: { wrote: new Map(), behind: false } },
        () => apollo.executeOperation({ query, variables }, { contextValue }),
      );
      if (body.kind !== 'single') throw new Error('a subgraph answers in one piece');
      return toAnswer(body.singleResult);
    },
    outbox: () => eventsIn(connection),
    hear: (type, data, options = {}) => hear(envelopeOf(type, data, options)),
    stop: async () => {
      await apollo.stop();
      await giveBack();
    },
  };
}

async function eventsIn(connection: Connection): Promise<EventEnvelope<Record<string, unknown>>[]> {
  const rows = await connection.collection('outbox').find().sort({ $natural: 1 }).toArray();
  return rows.map((row) => row['event'] as EventEnvelope<Record<string, unknown>>);
}

function toAnswer({
  data,
  errors = [],
  extensions: said = {},
}: {
  data?: unknown;
  extensions?: Record<string, unknown>;
  errors?: readonly GraphQLFormattedError[];
}): Answer {
  // graphql-js makes objects without a prototype, which no literal of a test would equal.
  const plain: unknown = data === undefined ? data : JSON.parse(JSON.stringify(data));
  const extensions = errors[0]?.extensions ?? {};
  return {
    data: plain,
    errors,
    code: extensions['code'] as string | undefined,
    details: (extensions['details'] ?? {}) as Record<string, unknown>,
    wrote: (said['wrote'] ?? []) as readonly string[],
  };
}

function envelopeOf(type: EventType, data: unknown, options: HearOptions): EventEnvelope {
  const service = type.split('.')[1] ?? '';
  const aggregateId = options.aggregateId ?? randomUUIDv7();
  return {
    specversion: '1.0',
    id: options.id ?? randomUUIDv7(),
    source: `/qianshou/${service}`,
    type,
    subject: `${definitionOf(type)?.aggregate}/${aggregateId}`,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    dataschema: '',
    partitionkey: aggregateId,
    sequence: String(options.sequence ?? 1),
    correlationid: randomUUIDv7(),
    data,
  };
}
