import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { guardedFields } from './access-declaration.ts';
import { enforceAccess } from './access.ts';
import { type ActionChecking, answerActionChecks } from './action-checks.ts';
import { tellingBadInput } from './audited-bad-input.ts';
import { type Auditing, auditOperations } from './audited-operations.ts';
import { answerOnce, type Keeping } from './answer-once.ts';
import { boundWork } from './bounded-work.ts';
import { refuseUnknownRegions } from './known-regions.ts';
import { refuseSecondOrders } from './list-arguments.ts';
import { nameMalformedIds } from './named-ids.ts';
import { refuseImplausibleDays } from './plausible-days.ts';
import { scalarResolvers } from './scalars.ts';
import { warningResolvers } from './warning.ts';

/** What every service may speak of, and the types of importing and of the audit log, which are the same everywhere. */
const PRELUDE = ['kit.graphql', '../imports/import.graphql', '../audit/audit.graphql'].map((file) =>
  join(import.meta.dirname, file),
);

/** Resolvers as codegen types them; buildSubgraphSchema's own type is looser than any generated one. */
export type SubgraphResolvers = Readonly<Record<string, unknown>>;

type ModuleResolvers = NonNullable<
  Exclude<
    Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>[number],
    { kind: unknown }
  >['resolvers']
>;

/** The prelude and the service's own SDL: `schema.graphql`, or all of `schema/` once it is split by area. */
export function readSdl(serviceFolder: string): string {
  return [...PRELUDE, ...sdlFiles(serviceFolder)].map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** Every operation of a service, and every field that is not for whoever may see its parent; what changes things last. */
export function guardedPaths(serviceFolder: string): readonly string[] {
  const fields = guardedFields(parse(readSdl(serviceFolder)));
  const changes = (type: string): number => Number(type === 'Mutation');
  return fields.toSorted((one, other) => changes(one.type) - changes(other.type)).map(({ path }) => path);
}

function sdlFiles(serviceFolder: string): readonly string[] {
  const areas = join(serviceFolder, 'schema');
  if (!existsSync(areas)) return [join(serviceFolder, 'schema.graphql')];
  const files = readdirSync(areas).filter((file) => file.endsWith('.graphql'));
  return files.toSorted().map((file) => join(areas, file));
}

export interface Around extends Auditing, Keeping {
  /** For services whose objects have `allowedActions`. */
  readonly checking?: Omit<ActionChecking, 'clock'>;
}

/** The contract with its resolvers. First comes who may ask, then whether it was asked before; whatever comes of it is told. */
export function subgraphSchema(
  serviceFolder: string,
  resolvers: SubgraphResolvers,
  { once, underKey, grouped, checking, ...auditing }: Around,
): GraphQLSchema {
  const all = { ...scalarResolvers, ...warningResolvers, ...resolvers } as unknown as ModuleResolvers;
  const schema = buildSubgraphSchema([{ typeDefs: parse(readSdl(serviceFolder)), resolvers: all }]);
  const guarded = enforceAccess(
    answerOnce(refuseImplausibleDays(refuseUnknownRegions(refuseSecondOrders(nameMalformedIds(schema)))), {
      once,
      underKey,
      grouped,
    }),
  );
  if (checking !== undefined) answerActionChecks(guarded, { ...checking, clock: auditing.clock });
  return tellingBadInput(boundWork(auditOperations(guarded, auditing)), auditing);
}
