import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { SERVICES, type ServiceName } from '@qianshou/events';
import {
  type EventPublicKeys,
  recordSigner,
  recordVerifier,
  type SignRecord,
} from '@qianshou/service-kit/signing';

/** What stands before the 32 bytes of an Ed25519 key in PKCS8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The same key in every process of a test, and another for every service and number. */
function keyOf(service: ServiceName, number: number): KeyObject {
  const secret = Buffer.alloc(32, `${service} ${number} `);
  return createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' });
}

/** Of each service two keys are known, as while one follows the other. */
const publicKeys = Object.fromEntries(
  SERVICES.map((service) => [
    service,
    new Map([1, 2].map((number) => [`${service}-${number}`, createPublicKey(keyOf(service, number))])),
  ]),
) as unknown as EventPublicKeys;

export const verify = recordVerifier(publicKeys);

export function sign(service: ServiceName, number = 1): SignRecord {
  return recordSigner({ id: `${service}-${number}`, key: keyOf(service, number) });
}
