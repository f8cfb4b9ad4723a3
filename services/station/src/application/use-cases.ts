import { constructionUseCases } from './construction-use-cases.ts';
import { operationUseCases } from './operation-use-cases.ts';
import type { Ports } from './ports.ts';
import { reactionUseCases } from './reaction-use-cases.ts';
import { readUseCases } from './read-use-cases.ts';

/** Everything that this service can do, with its ports filled in. */
export type UseCases = ReturnType<typeof stationUseCases>;

export function stationUseCases(ports: Ports) {
  return {
    ...constructionUseCases(ports),
    ...operationUseCases(ports),
    ...reactionUseCases(ports),
    ...readUseCases(ports),
  };
}
