import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices, type CompositionSuccess } from '@apollo/composition';
import { SERVICES, type ServiceName } from '@qianshou/events';
import { readSdl } from '@qianshou/service-kit/graphql';
import { parse, print, printSchema, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { GeneratedFile } from './generated-file.ts';
import { REPOSITORY } from './places.ts';
import { graphqlUrl, portsFrom } from './roster.ts';

export interface Composition {
  readonly file: GeneratedFile;
  /** The same graph as clients see it, for their tools. */
  readonly api: GeneratedFile;
  /** What composition remarks without refusing. */
  readonly hints: readonly Hint[];
}

export interface Hint {
  readonly code: string;
  readonly message: string;
}

/** One graph of all services' contracts, checked for every query that it promises. */
export function composeSupergraph(): Composition {
  const ports = portsFrom();
  const subgraphs = SERVICES.filter(hasContract).map((name) => ({
    name,
    url: graphqlUrl(ports[name].graphql),
    typeDefs: parse(readSdl(folderOf(name))),
  }));
  const composed = composeServices(subgraphs);
  if (composed.errors !== undefined) throw new Error(explain(composed.errors));
  return {
    file: { path: 'gateway/supergraph.graphql', content: `${print(parse(composed.supergraphSdl))}\n` },
    api: { path: 'packages/client/schema.graphql', content: `${printSchema(apiOf(composed.schema))}\n` },
    hints: composed.hints.map(({ definition, message }) => ({ code: definition.code, message })),
  };
}

/** Without what only the gateway reads. */
function apiOf(schema: CompositionSuccess['schema']): GraphQLSchema {
  return schema.toAPISchema().toGraphQLJSSchema();
}

/** Only the owner of a type describes it: another description would replace the owner's in the graph, unseen. */
export function descriptionsInConflict(hints: readonly Hint[]): readonly string[] {
  return hints.filter(({ code }) => code === 'INCONSISTENT_DESCRIPTION').map(({ message }) => message);
}

function hasContract(service: ServiceName): boolean {
  const folder = folderOf(service);
  return existsSync(join(folder, 'schema.graphql')) || existsSync(join(folder, 'schema'));
}

function folderOf(service: ServiceName): string {
  return join(REPOSITORY, 'services', service);
}

function explain(errors: readonly GraphQLError[]): string {
  const lines = errors.map(({ message, extensions }) => `- ${String(extensions['code'])}: ${message}`);
  return ['The contracts of the services do not make one graph:', ...lines].join('\n');
}
