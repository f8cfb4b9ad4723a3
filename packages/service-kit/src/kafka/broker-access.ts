import { readFileSync } from 'node:fs';
import type { KafkaConfig } from 'kafkajs';
import type { z } from 'zod';
import type { brokerConfig } from '../config/fragments.ts';
import { ConfigError } from '../config/read-config.ts';

export type BrokerSettings = {
  readonly [Name in keyof typeof brokerConfig]: z.output<(typeof brokerConfig)[Name]>;
};

/** As whom, and through which door, a process comes to the broker. */
export type BrokerAccess = Pick<KafkaConfig, 'sasl' | 'ssl'>;

/** Reads the files that the settings name, once, at the start: a new password or certificate needs a restart. */
export function brokerAccess(settings: Partial<BrokerSettings>): BrokerAccess {
  const ssl = tlsOf(settings);
  const sasl = saslOf(settings);
  if (sasl?.mechanism === 'plain' && ssl === undefined)
    throw new ConfigError(
      'KAFKA_SASL_MECHANISM: plain shows the password to the network; set KAFKA_TLS=true with it',
    );
  return { ...(sasl === undefined ? {} : { sasl }), ...(ssl === undefined ? {} : { ssl }) };
}

function saslOf(settings: Partial<BrokerSettings>): KafkaConfig['sasl'] {
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD_FILE: file, KAFKA_SASL_MECHANISM } = settings;
  if (username === undefined && file === undefined) return undefined;
  if (username === undefined || file === undefined)
    throw new ConfigError('KAFKA_USERNAME and KAFKA_PASSWORD_FILE belong together: set both or neither');
  const password = contentOf('KAFKA_PASSWORD_FILE', file).trim();
  const mechanism = KAFKA_SASL_MECHANISM ?? 'scram-sha-512';
  return { mechanism, username, password } as NonNullable<KafkaConfig['sasl']>;
}

function tlsOf(settings: Partial<BrokerSettings>): KafkaConfig['ssl'] {
  const { KAFKA_TLS, KAFKA_CA_FILE, KAFKA_CERT_FILE, KAFKA_KEY_FILE } = settings;
  const files = { ca: KAFKA_CA_FILE, cert: KAFKA_CERT_FILE, key: KAFKA_KEY_FILE };
  const named = Object.entries(files).flatMap(([part, file]) =>
    file === undefined ? [] : [[part, file] as const],
  );
  if (KAFKA_TLS !== 'true') {
    if (named.length > 0)
      throw new ConfigError('KAFKA_CA_FILE, KAFKA_CERT_FILE and KAFKA_KEY_FILE need KAFKA_TLS=true');
    return undefined;
  }
  if ((KAFKA_CERT_FILE === undefined) !== (KAFKA_KEY_FILE === undefined))
    throw new ConfigError('KAFKA_CERT_FILE and KAFKA_KEY_FILE belong together: set both or neither');
  return named.length === 0
    ? true
    : Object.fromEntries(
        named.map(([part, file]) => [part, contentOf(`KAFKA_${part.toUpperCase()}_FILE`, file)]),
      );
}

function contentOf(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ConfigError(`${setting}: ${file} cannot be read (${reason})`);
  }
}
