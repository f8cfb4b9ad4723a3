import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES } from '@qianshou/events';
import { newBrokerCertificate } from './broker-certificate.ts';
import { ensureKeys } from './keys.ts';

/**
 * The files that docker-compose.yml mounts as secrets; what exists is kept, an operator's own
 * keys, issuer or connection too. They are readable for all, since a
 * container reads them as another user: the folder is what keeps them private.
 */
export async function ensureComposeSecrets(folder: string, jwksFile: string): Promise<void> {
  ensureKeys(folder, 0o644);
  const once = (name: string, content: () => string): void => {
    const file = join(folder, name);
    if (!existsSync(file)) writeFileSync(file, content(), { mode: 0o644 });
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  once('jwks.json', () => readFileSync(jwksFile, 'utf8'));
  once('mongodb-key', () => randomBytes(512).toString('base64'));
  once('mongodb-root-password', password);
  await ensureBrokerCertificate(folder, once);
  for (const service of SERVICES) {
    once(`kafka-${service}-password`, password);
    const file = `mongodb-${service}-password`;
    once(file, password);
    const secret = readFileSync(join(folder, file), 'utf8');
    const user = `qianshou_${service}`;
    const uri = `mongodb://${user}:${secret}@mongodb:27017/${user}?replicaSet=rs0`;
    once(`${service}-database.env`, () => `MONGODB_URI=${uri}\n`);
  }
}

type Once = (name: string, content: () => string) => void;

/** Both or neither: a key of one certificate beside another one would only be found out by the broker. */
async function ensureBrokerCertificate(folder: string, once: Once): Promise<void> {
  if (existsSync(join(folder, 'kafka-keystore.pem')) || existsSync(join(folder, 'kafka-ca.pem'))) return;
  const { keystore, certificate } = await newBrokerCertificate(['kafka', 'localhost']);
  once('kafka-keystore.pem', () => keystore);
  once('kafka-ca.pem', () => certificate);
}

/** Letters and digits alone, so that it needs no escaping in a connection string. */
function password(): string {
  return randomBytes(24).toString('hex');
}
