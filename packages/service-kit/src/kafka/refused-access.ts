import { causesOf } from '../faults/causes.ts';

/** Says which setting is wrong where the broker, or the check of its certificate, only says no. */
export class RefusedAccessError extends Error {
  override readonly name = 'RefusedAccessError';
}

/** An error of kafkajs, with the setting that it comes from; any other as it is. */
export function namingTheSetting(error: unknown): unknown {
  for (const each of causesOf(error)) {
    if (!(each instanceof Error)) continue;
    const setting = settingOf(each);
    if (setting !== undefined)
      return new RefusedAccessError(`${setting} (${each.message})`, { cause: error });
  }
  return error;
}

/** Awaits what asks the broker. */
export async function withSettingNamed<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    throw namingTheSetting(error);
  }
}

interface Named {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  /** Of an answer of the broker. */
  readonly type?: unknown;
}

function settingOf({ name, message, code, type }: Named): string | undefined {
  if (type === 'UNSUPPORTED_SASL_MECHANISM') return 'KAFKA_SASL_MECHANISM is not one that the broker takes';
  if (name === 'KafkaJSSASLAuthenticationError')
    return 'KAFKA_USERNAME, or what stands in KAFKA_PASSWORD_FILE, is not what the broker knows';
  return CERTIFICATE[String(code)] ?? CERTIFICATE[/\b[A-Z][A-Z_]{6,}\b/.exec(message)?.[0] ?? ''];
}

const UNKNOWN_AUTHORITY =
  'KAFKA_CA_FILE does not hold the certificate of the authority that signed the broker’s';

const CERTIFICATE: Readonly<Record<string, string>> = {
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  CERT_HAS_EXPIRED: 'The certificate of the broker has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'KAFKA_BROKERS names the broker otherwise than its certificate does',
  ERR_SSL_WRONG_VERSION_NUMBER: 'KAFKA_TLS is true, and the broker speaks plainly at this port',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'KAFKA_TLS is true, and the broker speaks plainly at this port',
};
