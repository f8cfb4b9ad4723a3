import type { Issuer } from '../issuer/index.ts';
import { type Graph, graphClient } from '../story/graph-client.ts';
import { PROVINCES } from './load.ts';
import { RECEIVING_PROVINCES } from './pairing-ground.ts';

/** Asks as the personas do, and as all receiving provinces at once. */
export function loadClient(gatewayUrl: string, { issueToken, tokenFor }: Issuer): Graph {
  return graphClient({
    gatewayUrl,
    report: (line) => console.error(line.trim()),
    issueToken: (persona) =>
      persona === PROVINCES ? tokenFor(`demo|${PROVINCES}`, RECEIVING_PROVINCES) : issueToken(persona),
  });
}
