import { randomUUIDv7 } from 'node:crypto';
import type { ServiceName } from '@qianshou/events';
import type { Id, NewId } from '@qianshou/kernel';
import { figuresReader } from '@qianshou/service-kit/figures';
import { createLogger } from '@qianshou/service-kit/logging';
import { type Connection, mongoUnitOfWork } from '@qianshou/service-kit/mongo';
import { createOutbox } from '@qianshou/service-kit/outbox';
import type { ServiceDefinition, WiredService } from '@qianshou/service-kit/service';
import { funding } from '../../services/funding/src/container.ts';
import { pairing } from '../../services/pairing/src/container.ts';
import { personnel } from '../../services/personnel/src/container.ts';
import { station } from '../../services/station/src/container.ts';
import { training } from '../../services/training/src/container.ts';

type AnyDefinition = ServiceDefinition<ServiceName, unknown, unknown, never>;

const DEFINITIONS = { funding, pairing, personnel, station, training } as unknown as Readonly<
  Record<ServiceName, AnyDefinition>
>;

export function definitionOf(service: ServiceName): AnyDefinition {
  return DEFINITIONS[service];
}

const NO_SETTINGS = { personalDataKeys: {} };

const newId: NewId = <const Prefix extends string>(prefix: Prefix) =>
  `${prefix}_${randomUUIDv7()}` as Id<Prefix>;

/**
 * A service with its ports filled in, for what a command does in its place. It has no settings: keys of personal data
 * are the running service's alone, and nothing that needs them can be done here.
 */
export function wireService(service: ServiceName, connection: Connection): WiredService<unknown, unknown> {
  return definitionOf(service).wire({
    config: NO_SETTINGS as never,
    connection,
    outbox: createOutbox({ connection, service }),
    unitOfWork: mongoUnitOfWork(connection),
    clock: { now: () => new Date() },
    newId,
    figures: figuresReader(connection),
    logger: createLogger({ service, level: 'silent' }),
  });
}
