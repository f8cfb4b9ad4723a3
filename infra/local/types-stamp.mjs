// Whether the generated types fit the schemas: by a hash over all that they are made from, kept beside the tools.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampOf = (repository) => join(repository, 'node_modules', '.qianshou-types');

export function typesAreFresh(repository) {
  const stamp = stampOf(repository);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOfSources(repository)) return false;
  return servicesWithContract(repository).every((service) =>
    existsSync(join(repository, 'services', service, 'src/graphql/generated/resolvers.ts')),
  );
}

export function writeTypesStamp(repository) {
  writeFileSync(stampOf(repository), hashOfSources(repository));
}

export function hashOfSources(repository) {
  const hash = createHash('sha256');
  const own = ['codegen.ts', 'pnpm-lock.yaml', 'packages/service-kit/src/graphql/kit.graphql'];
  const ofServices = services(repository).flatMap((service) => contractFiles(repository, service));
  for (const file of [...own, ...ofServices]) {
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

function contractFiles(repository, service) {
  const folder = `services/${service}`;
  const areas = join(repository, folder, 'schema');
  const split = existsSync(areas) ? readdirSync(areas).toSorted() : [];
  const files = ['schema.graphql', 'codegen.mappers.json', ...split.map((area) => `schema/${area}`)];
  return files.map((file) => `${folder}/${file}`).filter((file) => existsSync(join(repository, file)));
}
