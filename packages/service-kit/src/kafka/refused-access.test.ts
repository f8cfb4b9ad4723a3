import { describe, expect, it } from 'vitest';
import { namingTheSetting } from './refused-access.ts';

const refusing = (message: string) =>
  Object.assign(new Error(message), { name: 'KafkaJSSASLAuthenticationError' });
const connecting = (message: string, code: string) =>
  Object.assign(new Error(`Connection error: ${message}`), { name: 'KafkaJSConnectionError', code });

const answering = (type: string) =>
  Object.assign(new Error('The broker says no'), { name: 'KafkaJSProtocolError', type });

describe('a broker that says no', () => {
  it.each([
    [refusing('SASL SCRAM SHA512 authentication failed'), 'KAFKA_PASSWORD_FILE'],
    [answering('UNSUPPORTED_SASL_MECHANISM'), 'KAFKA_SASL_MECHANISM'],
    [connecting('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'KAFKA_CA_FILE'],
    [connecting('the name does not match', 'ERR_TLS_CERT_ALTNAME_INVALID'), 'KAFKA_BROKERS'],
    [connecting('wrong version number', 'ERR_SSL_WRONG_VERSION_NUMBER'), 'KAFKA_TLS'],
  ])('is told with the setting that is wrong: %s', (error, setting) => {
    const wrapped = new Error('gave up', { cause: error });

    expect(namingTheSetting(error)).toMatchObject({ name: 'RefusedAccessError', cause: error });
    expect(String(namingTheSetting(error))).toContain(setting);
    expect(String(namingTheSetting(wrapped))).toContain(setting);
  });

  it('is told as it is when no setting is to blame', () => {
    const error = connecting('connect ECONNREFUSED 127.0.0.1:9092', 'ECONNREFUSED');

    expect(namingTheSetting(error)).toBe(error);
  });
});
