import { addDays } from '@qianshou/kernel';
import { DEMO } from './demo.ts';
import { eventually } from './eventually.ts';
import { forEach } from './for-each.ts';
import { operation } from './graph-client.ts';
import { type BuiltStation, fileDocuments, FORGETFUL_UNIT, FORGOTTEN } from './stations.ts';
import { refused, type Story } from './story.ts';
import { headOf, YIDU } from './yidu.ts';

const HAVES = ['SITE', 'STAFF', 'FUNCTION', 'REGIME', 'ACTIVITY'] as const;

export const REQUEST_ACCEPTANCE = operation(/* GraphQL */ `
  mutation RequestAcceptance($input: RequestAcceptanceInput!) {
    requestAcceptance(input: $input) {
      station {
        status
      }
    }
  }
`);

export const CHECK_STATION = operation<{
  checkStation: {
    check: { result: string; items: readonly { have: string; met: boolean; finding: string | null }[] };
  };
}>(/* GraphQL */ `
  mutation CheckStation($input: CheckStationInput!) {
    checkStation(input: $input) {
      check {
        result
        items {
          have
          met
          finding
        }
      }
    }
  }
`);

export const OPEN_STATION = operation(/* GraphQL */ `
  mutation OpenStation($input: OpenStationInput!) {
    openStation(input: $input) {
      station {
        status
      }
    }
  }
`);

export const COVERAGE = operation<{
  region: {
    stationFigures: { coverage: { numerator: number; denominator: number } } | null;
  } | null;
}>(/* GraphQL */ `
  query Coverage($code: RegionCode!) {
    region(code: $code) {
      stationFigures {
        coverage {
          numerator
          denominator
        }
      }
    }
  }
`);

/** Step 6, first half: the guidance centre checks, the bureau opens; one station must put something right first. */
export async function acceptStations(story: Story, stations: readonly BuiltStation[]): Promise<void> {
  const { graph, report } = story;
  await forEach(stations, ({ unit, id }) =>
    graph.ask(headOf(unit), REQUEST_ACCEPTANCE, { input: { stationId: id } }),
  );
  await awaitCoverage(story, 0);
  report(`  6  coverage before acceptance: 0 of ${stations.length}`);
  const complete = stations.filter(({ unit }) => unit.code !== FORGETFUL_UNIT);
  await forEach(complete, (station) => pass(story, station));
  // One after the other: each opening moves the county's coverage, and four at once would only wait for each other.
  for (const station of complete) await open(story, station);
  await awaitCoverage(story, complete.length);
  report(`     ${complete.length} stations passed and opened`);
  const forgetful = stations.find(({ unit }) => unit.code === FORGETFUL_UNIT);
  if (forgetful === undefined) throw new Error('The station that forgets a document was not planned.');
  await rectify(story, forgetful);
  await awaitCoverage(story, stations.length);
  report(`     coverage: ${stations.length} of ${stations.length}`);
}

async function pass(story: Story, station: BuiltStation): Promise<void> {
  const { result } = await check(story, station);
  if (result !== 'PASSED') throw new Error(`${station.unit.name} did not pass its check.`);
}

async function open({ graph }: Story, { id: stationId }: BuiltStation): Promise<void> {
  await graph.ask('yidu-bureau', OPEN_STATION, { input: { stationId } });
}

/** STA-2: ticked or not, what the records lack is not met. */
async function rectify(story: Story, station: BuiltStation): Promise<void> {
  const first = await check(story, station);
  const lacking = first.items.find(({ met }) => !met);
  story.report(`     ${station.unit.name}: check ${first.result}, ${lacking?.have}: ${lacking?.finding}`);
  await refused(story, 'STATION_LACKS_HAVES', () => open(story, station));
  await fileDocuments(story, station, [FORGOTTEN]);
  await pass(story, station);
  await open(story, station);
  story.report(`     ${station.unit.name}: the missing document is filed, checked again, opened`);
}

async function check({ graph, today }: Story, { id: stationId }: BuiltStation) {
  const { checkStation } = await graph.ask('guidance-centre', CHECK_STATION, {
    input: {
      stationId,
      checkedOn: today,
      checkerOrganisation: `宜都市社会工作服务指导中心(${DEMO})`,
      items: HAVES.map((have) => ({ have, met: true })),
      rectifyBy: addDays(today, 14),
    },
  });
  return checkStation.check;
}

async function awaitCoverage({ graph }: Story, operating: number): Promise<void> {
  await eventually({
    what: `coverage ${operating} of 11 in the figures of Yidu`,
    look: () => graph.ask('yidu-bureau', COVERAGE, { code: YIDU }),
    until: ({ region }) => {
      const coverage = region?.stationFigures?.coverage;
      return coverage?.numerator === operating && coverage.denominator === 11;
    },
  });
}
