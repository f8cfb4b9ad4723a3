import type { ServiceName } from '@qianshou/events';
import { createLogger } from '@qianshou/service-kit/logging';
import type { Connection } from '@qianshou/service-kit/mongo';
import { type ServiceDefinition, type WiredService, wireOn } from '@qianshou/service-kit/service';
import { funding } from '../../services/funding/src/container.ts';
import { insight } from '../../services/insight/src/container.ts';
import { pairing } from '../../services/pairing/src/container.ts';
import { partners } from '../../services/partners/src/container.ts';
import { personnel } from '../../services/personnel/src/container.ts';
import { station } from '../../services/station/src/container.ts';
import { training } from '../../services/training/src/container.ts';

type AnyDefinition = ServiceDefinition<ServiceName, unknown, unknown, never>;

const DEFINITIONS = {
  funding,
  insight,
  pairing,
  partners,
  personnel,
  station,
  training,
} as unknown as Readonly<Record<ServiceName, AnyDefinition>>;

export function definitionOf(service: ServiceName): AnyDefinition {
  return DEFINITIONS[service];
}

const NO_SETTINGS = { personalDataKeys: {} };

/**
 * A service with its ports filled in, for what a command does in its place. It has no settings: keys of personal data
 * are the running service's alone, and nothing that needs them can be done here.
 */
export function wireService(service: ServiceName, connection: Connection): WiredService<unknown, unknown> {
  const logger = createLogger({ service, level: 'silent' });
  return wireOn(definitionOf(service), { config: NO_SETTINGS as never, connection, logger });
}
