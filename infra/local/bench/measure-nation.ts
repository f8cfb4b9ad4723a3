import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadClient } from '../load/load-client.ts';
import type { LoadedTable } from '../load/load-table.ts';
import { loadEverything, type LoadName, LOADS } from '../load/load.ts';
import { silently } from '../servers/index.ts';
import { type Graph, operation } from '../story/graph-client.ts';
import { playStory } from '../story/index.ts';
import type { System } from '../system/system.ts';
import { latencyOf, latencyRows } from './latency.ts';
import { atMost, measured, type Measurement } from './measurement.ts';
import { startOwnSystem } from './own-system.ts';
import { moneyScorecard } from './money-scorecard.ts';
import { countyScorecard, documented } from './scorecard-latency.ts';

const CONNECTIONS = 10;

interface Stage {
  readonly system: System;
  readonly graph: Graph;
  readonly token: (persona: string) => Promise<string>;
  readonly requireAlive: () => void;
}

/** The nation loaded: what its scorecard, a page of stations and a county's scorecard take then. */
export async function measureNation(folder: string): Promise<readonly Measurement[]> {
  const { system, graph, token, requireAlive } = await start(folder);
  const { gatewayUrl } = system;
  await playStory({ gatewayUrl, issueToken: token, report: silently });
  const alone = await countyScorecard(gatewayUrl, await token('yidu-bureau'), CONNECTIONS);
  const loaded = await load(graph, folder, 'national');
  const among = await countyScorecard(gatewayUrl, await token('yidu-bureau'), CONNECTIONS);
  const nation = await nationalScorecard(gatewayUrl, await token('project-office'));
  const page = await pageOfStations(gatewayUrl, await token('admin'));
  const money = await moneyScorecard(gatewayUrl, await token('yidu-finance'));
  requireAlive();
  const ratio = among.p50 / alone.p50;
  return [
    ...loaded.map(throughput),
    ...nation,
    ...page,
    ...money,
    atMost('scorecard of a county, the nation loaded beside alone, p50', ratio, 1.2, 'ratio'),
  ];
}

/** A file of 41,000 stations, with everything that listens to stations running. */
export async function measureCountry(folder: string): Promise<readonly Measurement[]> {
  const { graph, requireAlive } = await start(folder);
  const loaded = await load(graph, folder, 'country');
  requireAlive();
  const stations = loaded.filter(({ kind }) => kind === 'STATIONS');
  return [
    ...loaded.map(throughput),
    ...stations.map(({ rows, checkSeconds, writeSeconds }) =>
      atMost(
        `${rows.toLocaleString('en')} stations from a file, dry run included`,
        checkSeconds + writeSeconds,
        60,
        's',
      ),
    ),
  ];
}

async function start(folder: string): Promise<Stage> {
  const { system, issuer, requireAlive } = await startOwnSystem(folder);
  return { system, graph: loadClient(system.gatewayUrl, issuer), token: issuer.issueToken, requireAlive };
}

async function load(graph: Graph, folder: string, name: LoadName): Promise<readonly LoadedTable[]> {
  const loaded = await loadEverything({ graph, size: LOADS[name], folder: join(folder, 'load') });
  await untilQuiet(graph);
  return loaded;
}

const FIGURES = operation<{
  region: {
    stationFigures: { stationsOperating: number; serviceRecords: number; asOf: string } | null;
  } | null;
}>('{ region(code: "000000") { stationFigures { stationsOperating serviceRecords asOf } } }');

const QUIET_MS = 30_000;

/** Until figures and consumers have caught up: nothing has changed for a while, and the figures are of now. */
async function untilQuiet(graph: Graph): Promise<void> {
  let last = '';
  let since = Date.now();
  for (;;) {
    const { region } = await graph.ask('admin', FIGURES);
    const { stationsOperating, serviceRecords, asOf } = region?.stationFigures ?? { asOf: '' };
    const seen = `${stationsOperating} ${serviceRecords}`;
    if (seen !== last) since = Date.now();
    last = seen;
    const isCurrent = Date.now() - Date.parse(asOf) < QUIET_MS;
    if (isCurrent && Date.now() - since > QUIET_MS) return;
    await pause(1_000);
  }
}

function throughput({ kind, rows, checkSeconds, writeSeconds }: LoadedTable): Measurement {
  const seconds = checkSeconds + writeSeconds;
  return measured(`import of ${rows.toLocaleString('en')} ${kind.toLowerCase()}`, seconds, 's');
}

interface Nation {
  readonly region?: { readonly stationFigures?: { readonly serviceRecords?: number } | null } | null;
}

async function nationalScorecard(gatewayUrl: string, token: string): Promise<readonly Measurement[]> {
  const latency = await latencyOf({
    gatewayUrl,
    token,
    query: documented('national-scorecard'),
    variables: { code: '000000' },
    connections: CONNECTIONS,
    warmUp: 1_000,
    requests: 2_000,
    isRight: (data) =>
      ((data as Nation).region?.stationFigures?.serviceRecords ?? 0) > 0.99 * LOADS.national.serviceRecords,
  });
  return latencyRows(`scorecard of the nation, ${CONNECTIONS} connections`, latency, 150);
}

const PAGE = /* GraphQL */ `
  query PageOfStations($province: RegionCode!) {
    stations(where: { regionCode: { within: $province } }, first: 100) {
      nodes {
        signage
        status
        operatorAgency {
          name
          status
        }
        staff {
          role
          worker {
            name
          }
        }
        acceptanceChecks(first: 1) {
          nodes {
            checkedOn
            result
          }
        }
        checks {
          rule
          passed
        }
      }
    }
  }
`;

interface StationPage {
  readonly stations?: { readonly nodes: readonly { readonly operatorAgency: object | null }[] };
}

async function pageOfStations(gatewayUrl: string, token: string): Promise<readonly Measurement[]> {
  const latency = await latencyOf({
    gatewayUrl,
    token,
    query: PAGE,
    variables: { province: '520000' },
    connections: 1,
    warmUp: 200,
    requests: 300,
    isRight: (data) => {
      const nodes = (data as StationPage).stations?.nodes ?? [];
      return nodes.length === 100 && nodes.every(({ operatorAgency }) => operatorAgency !== null);
    },
  });
  return latencyRows('a page of 100 stations with operator, staff and checks', latency, 120);
}
