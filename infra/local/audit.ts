import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from '@qianshou/events';
import { type AuditVerdict, exportAuditLog, verifyAuditLog } from '@qianshou/service-kit/audit';
import { parsePublicKeys } from '@qianshou/service-kit/signing';
import { readHead, type WitnessedHead } from './audit/witnessed-head.ts';
import { parseArguments, runCommandLine } from './command.ts';
import { LOCAL } from './places.ts';
import { withDatabaseOf } from './service-database.ts';
import { SetupError } from './setup-error.ts';

const OPTIONS = { head: { type: 'string', multiple: true } } as const;
const USAGE = [
  'npm run audit -- verify [service …] [--head kept-head.json]   recomputes every tree; a head that somebody kept must still be in it',
  'npm run audit -- export <service>                              prints entries, heads and public keys, for docs/audit-verifier',
  `services: ${SERVICES.join(', ')}`,
];

await runCommandLine(async () => {
  const { verb, services, witnessed } = readWish(process.argv.slice(2));
  if (verb === 'export') return exportOf(services[0] ?? 'station');
  const verdicts: boolean[] = [];
  for (const service of services) verdicts.push(await isWhole(service, witnessed));
  return verdicts.every(Boolean) ? 0 : 1;
});

async function isWhole(service: ServiceName, witnessed: readonly WitnessedHead[]): Promise<boolean> {
  return withDatabaseOf({ service, appName: 'audit' }, async (connection) => {
    const since = performance.now();
    const kept = witnessed.filter((head) => head.service === service);
    const onProgress = (entries: number): void => {
      if (process.stderr.isTTY) process.stderr.write(`\r${service}: ${entries} entries … `);
    };
    const publicKeys = publicKeysOf()[service];
    const verdict = await verifyAuditLog({ connection, service, publicKeys, witnessed: kept, onProgress });
    console.log(told(service, verdict, (performance.now() - since) / 1_000));
    return verdict.fault === null;
  });
}

function told(
  service: ServiceName,
  { entries, waiting, heads, fault }: AuditVerdict,
  seconds: number,
): string {
  const counted = `${entries} entries, ${heads} heads, ${waiting} not yet in the tree, ${seconds.toFixed(1)} s`;
  if (fault === null) return `${service}: whole. ${counted}`;
  const { code, index, id } = fault;
  return `${service}: ${code} at ${index}${id === null ? '' : ` (${id})`}: what stands there is not what was written. ${counted}`;
}

async function exportOf(service: ServiceName): Promise<number> {
  return withDatabaseOf({ service, appName: 'audit' }, async (connection) => {
    for await (const line of exportAuditLog(connection, service, publicKeysOf()[service])) console.log(line);
    return 0;
  });
}

function publicKeysOf() {
  const file = process.env['EVENT_PUBLIC_KEYS_FILE'] ?? join(LOCAL, 'keys', 'events-public.json');
  try {
    return parsePublicKeys(JSON.parse(readFileSync(file, 'utf8')), 'development');
  } catch (error) {
    throw new SetupError(
      `No public keys in ${file}: ${error instanceof Error ? error.message : String(error)}`,
      [
        'start the system once: npm start, or',
        'name the file that the services have: EVENT_PUBLIC_KEYS_FILE=…',
      ],
    );
  }
}

interface Wish {
  readonly verb: 'verify' | 'export';
  readonly services: readonly ServiceName[];
  readonly witnessed: readonly WitnessedHead[];
}

function readWish(args: readonly string[]): Wish {
  const { values, positionals } = parseArguments(args, OPTIONS, USAGE);
  const [verb, ...names] = positionals;
  const services = names.map((name) => SERVICES.find((each) => each === name));
  if ((verb !== 'verify' && verb !== 'export') || services.includes(undefined))
    throw new SetupError('What is to be done with which audit log?', USAGE);
  if (verb === 'export' && services.length !== 1) throw new SetupError('The log of which service?', USAGE);
  const known = services.filter((service) => service !== undefined);
  return {
    verb,
    services: known.length === 0 ? SERVICES : known,
    witnessed: (values.head ?? []).flatMap(readHead),
  };
}
