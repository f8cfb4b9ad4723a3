// Whether the generated types fit the schemas: by a hash over all that they are made from, kept beside the tools.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CLIENT_SCHEMA = 'packages/client/schema.graphql';
const QUERIES = 'docs/queries';

const stampOf = (repository) => join(repository, 'node_modules', '.qianshou-types');

export function typesAreFresh(repository) {
  const stamp = stampOf(repository);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOfSources(repository)) return false;
  const generated = servicesWithContract(repository).map(
    (service) => `services/${service}/src/graphql/generated/resolvers.ts`,
  );
  if (existsSync(join(repository, CLIENT_SCHEMA)))
    generated.push('packages/client/src/generated/documents.ts');
  return generated.every((file) => existsSync(join(repository, file)));
}

export function writeTypesStamp(repository) {
  writeFileSync(stampOf(repository), hashOfSources(repository));
}

export function hashOfSources(repository) {
  const hash = createHash('sha256');
  const own = ['codegen.ts', 'pnpm-lock.yaml', 'packages/service-kit/src/graphql/kit.graphql'];
  const ofServices = services(repository).flatMap((service) => contractFiles(repository, service));
  for (const file of [...own, ...ofServices, CLIENT_SCHEMA, ...queryFiles(repository)]) {
    const path = join(repository, file);
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function servicesWithContract(repository) {
  return services(repository).filter((service) =>
    contractFiles(repository, service).some((file) => file.endsWith('.graphql')),
  );
}

function services(repository) {
  return readdirSync(join(repository, 'services')).toSorted();
}

function queryFiles(repository) {
  const folder = join(repository, QUERIES);
  const files = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  return files.filter((file) => file.endsWith('.graphql')).map((file) => `${QUERIES}/${file}`);
}

function contractFiles(repository, service) {
  const folder = `services/${service}`;
  const areas = join(repository, folder, 'schema');
  const split = existsSync(areas) ? readdirSync(areas).toSorted() : [];
  const files = ['schema.graphql', 'codegen.mappers.json', ...split.map((area) => `schema/${area}`)];
  return files.map((file) => `${folder}/${file}`).filter((file) => existsSync(join(repository, file)));
}
