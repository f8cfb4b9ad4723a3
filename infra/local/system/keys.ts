import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from '@qianshou/events';

/** Where each process finds the secrets that it shares. */
export interface KeyFiles {
  readonly ofGateway: string;
  readonly ofService: Readonly<Record<ServiceName, string>>;
  readonly personalData: string;
  /** What positions are written with, and webhook secrets made of. */
  readonly ofPartners: string;
  /** What each service signs its events with, and the public keys of all. */
  readonly ofEvents: Readonly<Record<ServiceName, string>>;
  readonly publicOfEvents: string;
}

interface GatewayKeys {
  readonly keys: readonly { readonly id: string; readonly secret: string; readonly development: true }[];
}

const OWNER_ONLY = 0o600;

/**
 * Made at the first start and kept: what was encrypted with them stays readable. They say that they are for
 * development, and every process refuses such keys in production.
 */
export function ensureKeys(folder: string, mode = OWNER_ONLY): KeyFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ofGateway = join(folder, 'gateway.json');
  const before = known(ofGateway) as Partial<Record<ServiceName, GatewayKeys>> | null;
  const all = Object.fromEntries(
    SERVICES.map((name) => [name, before?.[name] ?? known(join(folder, `${name}.json`)) ?? newGatewayKeys()]),
  );
  // A service that is added gets its keys in a folder of before, too.
  if (SERVICES.some((name) => before?.[name] === undefined)) write(ofGateway, { ...before, ...all }, mode);
  const ofService = SERVICES.map((name) => {
    const file = join(folder, `${name}.json`);
    keep(file, () => (all as Record<ServiceName, GatewayKeys>)[name], mode);
    return [name, file] as const;
  });
  const personalData = join(folder, 'personal-data.json');
  keep(personalData, newPersonalDataKeys, mode);
  const ofPartners = join(folder, 'partner-keys.json');
  keep(ofPartners, newGatewayKeys, mode);
  return {
    ofGateway,
    ofService: Object.fromEntries(ofService) as Record<ServiceName, string>,
    personalData,
    ofPartners,
    ...ensureEventKeys(folder, mode),
  };
}

interface EventKeys {
  readonly keys: readonly { readonly id: string; readonly privateKey: string; readonly development?: true }[];
}

interface PublicKeys {
  readonly keys: readonly { readonly id: string; readonly publicKey: string | Buffer }[];
}

function ensureEventKeys(folder: string, mode: number): Pick<KeyFiles, 'ofEvents' | 'publicOfEvents'> {
  const files = SERVICES.map((name) => [name, join(folder, `${name}-events.json`)] as const);
  const publicOfEvents = join(folder, 'events-public.json');
  const publicKeys = files.map(([name, file]) => {
    const { keys } = keep(file, () => newEventKeys(name), mode) as EventKeys;
    const shown = keys.map(({ id, privateKey, development }) => {
      const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
      return { id, publicKey, development };
    });
    return [name, { keys: [...shown, ...retired(name, shown, publicOfEvents)] }] as const;
  });
  write(publicOfEvents, Object.fromEntries(publicKeys), mode);
  return { ofEvents: Object.fromEntries(files) as Record<ServiceName, string>, publicOfEvents };
}

/** What was signed with a key that is gone is still in the log: whoever reads it needs the public one. */
function retired(
  name: ServiceName,
  inUse: PublicKeys['keys'],
  publicOfEvents: string,
): readonly PublicKeys['keys'][number][] {
  const before = known(publicOfEvents) as Partial<Record<ServiceName, PublicKeys>> | null;
  return (before?.[name]?.keys ?? []).filter(({ id }) => !inUse.some((key) => key.id === id));
}

function newEventKeys(name: ServiceName): EventKeys {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return { keys: [{ id: `${name}-1`, privateKey: pem, development: true }] };
}

function newGatewayKeys(): GatewayKeys {
  return { keys: [{ id: 'k1', secret: secret(), development: true }] };
}

function newPersonalDataKeys(): unknown {
  const key = (): object => ({ id: 'k1', key: secret(), development: true });
  return { encryption: [key()], index: key() };
}

function secret(): string {
  return randomBytes(32).toString('base64');
}

function keep(file: string, make: () => unknown, mode: number): unknown {
  if (!existsSync(file)) write(file, make(), mode);
  return known(file);
}

function known(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function write(file: string, content: unknown, mode: number): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode });
  renameSync(`${file}.new`, file);
}
