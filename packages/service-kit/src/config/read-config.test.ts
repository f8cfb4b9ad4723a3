import { describe, expect, it } from 'vitest';
import { replicationFactor, serviceConfigSchema } from './fragments.ts';
import { readConfig } from './read-config.ts';

const valid = {
  PORT: '4002',
  HEALTH_PORT: '4102',
  MONGODB_URI: 'mongodb://127.0.0.1:27017/qianshou_station?replicaSet=rs0',
  KAFKA_BROKERS: '127.0.0.1:9092, 127.0.0.1:9093',
  GATEWAY_KEYS_FILE: '/run/secrets/gateway-keys.json',
  EVENT_SIGNING_KEYS_FILE: '/run/secrets/event-signing-keys.json',
  EVENT_PUBLIC_KEYS_FILE: '/run/secrets/event-public-keys.json',
};

describe('reading the configuration', () => {
  it('fills in what has a default and splits the brokers', () => {
    expect(readConfig(serviceConfigSchema, valid)).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 4002,
      KAFKA_BROKERS: ['127.0.0.1:9092', '127.0.0.1:9093'],
      NODE_ENV: 'development',
    });
  });

  it('names everything that is missing or wrong at once, each with what to do', () => {
    const read = () =>
      readConfig(serviceConfigSchema, { ...valid, PORT: 'x', MONGODB_URI: 'localhost', KAFKA_BROKERS: '' });

    expect(read).toThrow(
      /PORT: .*4001[^]*MONGODB_URI: .*name the database[^]*KAFKA_BROKERS: .*at least one broker/,
    );
  });

  it('refuses a MongoDB URI without a database: five services must not share one', () => {
    expect(() =>
      readConfig(serviceConfigSchema, { ...valid, MONGODB_URI: 'mongodb://127.0.0.1:27017/' }),
    ).toThrow(/MONGODB_URI/);
  });

  it('keeps three copies of each topic in production and one elsewhere', () => {
    expect(replicationFactor({ NODE_ENV: 'production', KAFKA_REPLICATION_FACTOR: undefined })).toBe(3);
    expect(replicationFactor({ NODE_ENV: 'development', KAFKA_REPLICATION_FACTOR: undefined })).toBe(1);
    expect(replicationFactor({ NODE_ENV: 'development', KAFKA_REPLICATION_FACTOR: 2 })).toBe(2);
  });
});
