import { join } from 'node:path';
import { SERVICES, type ServiceName } from '@qianshou/events';
import { AUDIENCE, EXPLORER_PERSONAS, ISSUER } from '../issuer/index.ts';
import { REPOSITORY } from '../places.ts';
import { graphqlUrl, type Ports, type ProcessName } from '../roster.ts';
import { databaseUri } from '../servers/index.ts';
import type { KeyFiles } from './keys.ts';

/** What the processes of one system have in common. */
export interface Surroundings {
  readonly ports: Readonly<Record<ProcessName, Ports>>;
  readonly mongodbUri: string;
  readonly kafkaBrokers: string;
  readonly keys: KeyFiles;
  readonly jwksFile: string;
  /** Where a process keeps what it can make anew. */
  readonly folder: string;
}

export type Environment = Readonly<Record<string, string>>;

/** The settings of one process, as its own configuration schema reads them. */
export function environmentOf(name: ProcessName, around: Surroundings): Environment {
  const { graphql, health } = around.ports[name];
  return {
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: `${graphql}`,
    HEALTH_PORT: `${health}`,
    ...(name === 'gateway' ? ofGateway(around) : ofService(name, around)),
  };
}

function ofService(name: ServiceName, { mongodbUri, kafkaBrokers, keys, folder }: Surroundings): Environment {
  return {
    MONGODB_URI: databaseUri(mongodbUri, `qianshou_${name}`),
    KAFKA_BROKERS: kafkaBrokers,
    KAFKA_REPLICATION_FACTOR: '1',
    GATEWAY_KEYS_FILE: keys.ofService[name],
    EVENT_SIGNING_KEYS_FILE: keys.ofEvents[name],
    EVENT_PUBLIC_KEYS_FILE: keys.publicOfEvents,
    ...(name === 'personnel' ? { PERSONAL_DATA_KEYS_FILE: keys.personalData } : {}),
    ...(name === 'partners' ? { PARTNER_KEYS_FILE: keys.ofPartners, WEBHOOK_LOOPBACK: 'true' } : {}),
    ...(name === 'insight' ? { INSIGHT_FOLDER: join(folder, 'insight') } : {}),
  };
}

function ofGateway({ ports, keys, jwksFile, folder }: Surroundings): Environment {
  return {
    SUBGRAPHS: SERVICES.map((name) => `${name}=${graphqlUrl(ports[name].graphql)}`).join(','),
    SUBGRAPH_HEALTH: SERVICES.map((name) => `${name}=http://127.0.0.1:${ports[name].health}`).join(','),
    SUBGRAPH_KEYS_FILE: keys.ofGateway,
    JWKS_FILE: jwksFile,
    TOKEN_ISSUER: ISSUER,
    TOKEN_AUDIENCE: AUDIENCE,
    EXPLORER_PERSONAS_FILE: join(folder, EXPLORER_PERSONAS),
    TRUSTED_DOCUMENTS: join(REPOSITORY, 'gateway', 'trusted-documents'),
  };
}
