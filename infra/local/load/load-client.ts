import type { Issuer } from '../issuer/index.ts';
import { type Graph, graphClient } from '../story/graph-client.ts';
import { PROVINCES } from './load.ts';
import { BUREAUS, bureausOfTheCounties } from './people.ts';
import { RECEIVING_PROVINCES } from './pairing-ground.ts';

/** Asks as the personas do, as all receiving provinces at once, and as all bureaus of counties. */
export function loadClient(gatewayUrl: string, { issueToken, tokenFor }: Issuer): Graph {
  return graphClient({
    gatewayUrl,
    report: (line) => console.error(line.trim()),
    issueToken: async (persona) => {
      if (persona === PROVINCES) return tokenFor(`demo|${PROVINCES}`, RECEIVING_PROVINCES);
      if (persona === BUREAUS) return tokenFor(`demo|${BUREAUS}`, await bureausOfTheCounties());
      return issueToken(persona);
    },
  });
}
