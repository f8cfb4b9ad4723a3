import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** One subgraph's contract: what `services/<name>/schema.graphql` says, with the kit's own definitions in front. */
export interface SubgraphContract {
  readonly name: string;
  /** The address when nothing else is configured; SUBGRAPHS overrides it. */
  readonly url: string;
  readonly sdl: string;
}

/** Composes the supergraph, or throws with everything that keeps the subgraphs from being one graph. */
export function composeSupergraph(contracts: readonly SubgraphContract[]): string {
  const services = contracts.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors = [] } = composeServices(services);
  if (supergraphSdl === undefined || errors.length > 0) {
    const reasons = errors.map(({ message }) => `  - ${message}`);
    throw new Error(['The subgraphs do not compose:', ...reasons].join('\n'));
  }
  return supergraphSdl;
}
