import type { Connection, ReferencePlace } from '@qianshou/service-kit/mongo';

type Schema = Connection['models'][string]['schema'];

/** Fields of a service's documents that name an agency and that nothing moves when two agencies turn out to be one. */
export function unmovedAgencyPaths(
  connection: Connection,
  places: readonly ReferencePlace[],
): readonly string[] {
  const moved = new Set(
    places.flatMap(({ collection, paths }) => paths.map((path) => `${collection}.${path}`)),
  );
  return Object.values(connection.models)
    .flatMap(({ schema, collection }) =>
      pathsOf(schema).map((path) => `${collection.collectionName}.${path}`),
    )
    .filter((path) => /agencyId$/i.test(path) && !moved.has(path));
}

function pathsOf(schema: Schema): readonly string[] {
  return Object.entries(schema.paths).flatMap(([path, { schema: within }]) =>
    within === undefined ? [path] : pathsOf(within).map((inner) => `${path}.${inner}`),
  );
}
