import { z } from 'zod';

const port = (what: string, example: number) =>
  z.coerce
    .number({ error: `the ${what}: a port number, e.g. ${example}` })
    .int()
    .min(1)
    .max(65_535);

/** What every process reads. */
export const processConfig = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port('port for GraphQL', 4001),
  HEALTH_PORT: port('port for health and metrics', 4101),
};

/**
 * How the broker is reached. Without user and TLS it is a broker on this machine or in a closed network; a managed one
 * asks for both. Secrets are files, each with the password or the PEM alone.
 */
export const brokerConfig = {
  KAFKA_BROKERS: z
    .string({ error: 'the brokers, e.g. 127.0.0.1:9092,127.0.0.1:9093' })
    .min(1, { error: 'name at least one broker, e.g. 127.0.0.1:9092' })
    .transform((list) => list.split(',').map((broker) => broker.trim())),
  KAFKA_REPLICATION_FACTOR: z.coerce.number().int().min(1).max(7).optional(),
  KAFKA_CLIENT_ID: z.string().min(1).optional(),
  KAFKA_USERNAME: z.string().min(1).optional(),
  KAFKA_PASSWORD_FILE: z.string().optional(),
  KAFKA_SASL_MECHANISM: z
    .enum(['scram-sha-256', 'scram-sha-512', 'plain'], {
      error: 'expected scram-sha-256, scram-sha-512 or (over TLS alone) plain',
    })
    .default('scram-sha-512'),
  KAFKA_TLS: z.enum(['true', 'false'], { error: 'expected true or false' }).default('false'),
  KAFKA_CA_FILE: z.string().optional(),
  KAFKA_CERT_FILE: z.string().optional(),
  KAFKA_KEY_FILE: z.string().optional(),
};

/** What every domain service reads: its database, the broker, and the keys it shares with the gateway. */
export const serviceConfig = {
  ...processConfig,
  MONGODB_URI: z
    .string({
      error: 'the MongoDB replica set with the database, e.g. mongodb://127.0.0.1:27017/qianshou_station',
    })
    .regex(/^mongodb(\+srv)?:\/\/[^/]+\/[^?]+/, {
      error:
        'must start with mongodb:// and name the database, e.g. mongodb://127.0.0.1:27017/qianshou_station',
    }),
  ...brokerConfig,
  GATEWAY_KEYS_FILE: z.string({
    error: "the file with this subgraph's gateway keys; `npm start` makes one locally",
  }),
  EVENT_SIGNING_KEYS_FILE: z.string({
    error: 'the file with the keys that sign the events of this service; `npm start` makes one locally',
  }),
  EVENT_PUBLIC_KEYS_FILE: z.string({
    error: 'the file with the public keys of all services that sign events; `npm start` makes one locally',
  }),
};

export const serviceConfigSchema = z.object(serviceConfig);

export type ServiceConfig = z.output<typeof serviceConfigSchema>;

/** One copy suffices on a developer's machine; production keeps three (events.md). */
export function replicationFactor(
  config: Pick<ServiceConfig, 'NODE_ENV' | 'KAFKA_REPLICATION_FACTOR'>,
): number {
  return config.KAFKA_REPLICATION_FACTOR ?? (config.NODE_ENV === 'production' ? 3 : 1);
}
