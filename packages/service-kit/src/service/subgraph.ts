import { randomUUIDv7 } from 'node:crypto';
import type { ServiceName } from '@qianshou/events';
import type { Clock, Id, NewId } from '@qianshou/kernel';
import type { GraphQLSchema } from 'graphql';
import { auditReader } from '../audit/audit-reader.ts';
import { recordUnsaved } from '../audit/record-decision.ts';
import { figuresReader } from '../figures/figures-reader.ts';
import type { SubgraphContext } from '../graphql/context.ts';
import { subgraphSchema } from '../graphql/subgraph-schema.ts';
import type { Identity } from '../identity/identity.ts';
import type { Logger } from '../logging/logger.ts';
import { ensureCollectionsAndIndexes } from '../aggregates/indexes.ts';
import type { Connection } from '../mongo/connection.ts';
import { prepareSharedNonces } from '../mongo/shared-nonces.ts';
import { underKey } from '../mongo/grouped.ts';
import { rehearsalOn } from '../mongo/rehearsal.ts';
import { mongoUnitOfWork } from '../mongo/unit-of-work.ts';
import { prepareOutbox } from '../outbox/outbox-rows.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { currentWork } from '../work/current-work.ts';
import type { Work } from '../work/work.ts';
import type { ServiceDefinition, WiredService } from './definition.ts';

export interface Subgraph<UseCases, Loaders> extends WiredService<UseCases, Loaders> {
  readonly schema: GraphQLSchema;
  readonly contextOf: (identity: Identity) => SubgraphContext<UseCases, Loaders>;
}

export interface SubgraphParts<Config> {
  readonly config: Config;
  readonly connection: Connection;
  readonly logger: Logger;
  readonly clock?: Clock;
}

const systemClock: Clock = { now: () => new Date() };

const newId: NewId = <const Prefix extends string>(prefix: Prefix) =>
  `${prefix}_${randomUUIDv7()}` as Id<Prefix>;

/** Of what nobody waits for, nothing is given up. */
const NEVER_ABORTED = new AbortController().signal;

function waitedFor(work: Work | undefined): { readonly signal: AbortSignal; readonly work?: Work } {
  return work === undefined ? { signal: NEVER_ABORTED } : { signal: work.signal, work };
}

/** A service with its ports filled in, on a database. */
export function wireOn<Name extends ServiceName, UseCases, Loaders, Config>(
  definition: ServiceDefinition<Name, UseCases, Loaders, Config>,
  { config, connection, logger, clock = systemClock }: SubgraphParts<Config>,
  unitOfWork = mongoUnitOfWork(connection),
): WiredService<UseCases, Loaders> {
  return definition.wire({
    config,
    connection,
    logger,
    clock,
    newId,
    outbox: createOutbox({ connection, service: definition.name }),
    unitOfWork,
    figures: figuresReader(connection),
  });
}

function checkingOf(
  { name, actions }: Pick<ServiceDefinition<ServiceName, unknown, unknown>, 'name' | 'actions'>,
  connection: Connection,
) {
  if (actions === undefined) return {};
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}ActionCheck`;
  return { checking: { type, kinds: actions, rehearse: rehearsalOn(connection) } };
}

/** A service on its database, without listening and without a broker: what a process starts and a test calls. */
export async function buildSubgraph<Name extends ServiceName, UseCases, Loaders, Config>(
  definition: ServiceDefinition<Name, UseCases, Loaders, Config>,
  parts: SubgraphParts<Config>,
): Promise<Subgraph<UseCases, Loaders>> {
  const { connection } = parts;
  const unitOfWork = mongoUnitOfWork(connection);
  const audit = auditReader(connection, definition.name);
  const wired = wireOn(definition, parts, unitOfWork);
  await ensureCollectionsAndIndexes(connection);
  await prepareSharedNonces(connection);
  await prepareOutbox(connection);
  await wired.imports?.prepare();
  return {
    ...wired,
    schema: subgraphSchema(definition.folder, definition.resolvers, {
      once: unitOfWork.once,
      underKey,
      grouped: definition.grouped ?? [],
      clock: parts.clock ?? systemClock,
      ...checkingOf(definition, connection),
      badInput: definition.tellsBadInput ?? false,
      record: (unsaved) => recordUnsaved(connection, definition.name, unsaved),
    }),
    contextOf: ({ actor, language }) => {
      wired.noteCaller?.(actor);
      return {
        actor,
        language,
        ...waitedFor(currentWork()),
        audit: audit(),
        useCases: wired.useCases,
        loaders: wired.loaders(),
      };
    },
  };
}
