import { join } from 'node:path';
import { loadClient } from '../load/load-client.ts';
import { loadPeople, PEOPLE } from '../load/people.ts';
import { latencyOf, latencyRows } from './latency.ts';
import { measured, type Measurement } from './measurement.ts';
import { startOwnSystem } from './own-system.ts';

/** 100,000 people and 20,000 classes with 400,000 places: what a province's classes, and its deadlines, take then. */
export async function measurePeople(folder: string): Promise<readonly Measurement[]> {
  const { system, issuer, requireAlive } = await startOwnSystem(folder);
  const { gatewayUrl } = system;
  const graph = loadClient(gatewayUrl, issuer);
  const loaded = await loadPeople({ graph, folder: join(folder, 'load') }, PEOPLE);
  const classes = await classesOfProvince(gatewayUrl, await issuer.issueToken('project-office'));
  requireAlive();
  return [
    ...loaded.map(({ kind, rows, checkSeconds, writeSeconds }) =>
      measured(
        `import of ${rows.toLocaleString('en')} ${kind.toLowerCase()}, dry run included`,
        checkSeconds + writeSeconds,
        's',
      ),
    ),
    ...classes,
  ];
}

const CLASSES = /* GraphQL */ `
  query ClassesOfProvince($province: RegionCode!, $after: String) {
    trainingClasses(
      where: { regionCode: { within: $province } }
      orderBy: [{ field: STARTS_ON }]
      first: 50
      after: $after
    ) {
      totalCount
      nodes {
        kind
        status
        startsOn
        endsOn
        capacity
        tally {
          seated
          waiting
        }
        programme {
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`;

interface Classes {
  readonly trainingClasses?: { readonly nodes: readonly object[]; readonly totalCount: number };
}

/** One question after another: what one bureau waits. */
async function classesOfProvince(gatewayUrl: string, token: string): Promise<readonly Measurement[]> {
  const latency = await latencyOf({
    gatewayUrl,
    token,
    query: CLASSES,
    variables: { province: '510000', after: null },
    connections: 1,
    warmUp: 200,
    requests: 500,
    isRight: (data) => ((data as Classes).trainingClasses?.nodes.length ?? 0) === 50,
  });
  return latencyRows('50 of a province\u2019s classes with programme, seats and count', latency, 100);
}
