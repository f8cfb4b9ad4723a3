import type { EventData } from '@qianshou/events';
import {
  type Actor,
  type CalendarDate,
  chinaDay,
  type Clock,
  type Id,
  type RegionCode,
} from '@qianshou/kernel';
import { rebuildFigures } from '@qianshou/service-kit/figures';
import { inRegion, type SubgraphUnderTest, subgraphUnderTest } from '@qianshou/testing';
import type { UseCases } from '../src/application/use-cases.ts';
import { station } from '../src/container.ts';
import { HAVES, MECHANISMS, REGIMES } from '../src/domain/reference/haves.ts';
import type { Loaders } from '../src/graphql/loaders.ts';
import { foldStationEvent } from '../src/messaging/figures.ts';
import { anId, OPERATOR_ID } from './builders.ts';

export type StationGraph = SubgraphUnderTest<UseCases, Loaders>;

export const bureau = inRegion('COUNTY_CIVIL_AFFAIRS', '420581');
export const today: CalendarDate = chinaDay(new Date());

/** A clock that tests turn on by days. */
export function turnableClock() {
  let days = 0;
  return {
    now: () => new Date(Date.now() + days * 86_400_000),
    turnOn: (by: number) => {
      days += by;
    },
  };
}

/** The graph with its regions, an operator, and Yidu's local numbers. */
export async function stationGraph(clock: Clock = { now: () => new Date() }): Promise<StationGraph> {
  const graph = await subgraphUnderTest(station, { prepare: true, clock });
  await hearOfOperator(graph);
  return graph;
}

export function hearOfOperator(graph: StationGraph, changes: Partial<Registered> = {}): Promise<void> {
  return graph.hear('qianshou.pairing.agency-registered.v1', {
    agencyId: OPERATOR_ID,
    name: '演示承接机构',
    homeRegionCode: '420581' as RegionCode,
    canDispatch: false,
    canReceive: false,
    canOperate: true,
    status: 'ACTIVE',
    ...changes,
  });
}

type Registered = EventData<'qianshou.pairing.agency-registered.v1'>;

export const PLAN = /* GraphQL */ `
  mutation ($input: PlanStationInput!) {
    planStation(input: $input) {
      station {
        id
        status
        version
        signage
        tier
        allowedActions
      }
    }
  }
`;

export async function planned(graph: StationGraph, unit = '420581104', name = '枝城镇'): Promise<string> {
  const input = {
    townshipCode: unit,
    signage: `宜都市${name}社会工作服务站`,
    operatorAgencyId: OPERATOR_ID,
  };
  const { data } = await graph.execute(PLAN, { input }, bureau);
  return data.planStation.station.id as string;
}

let postings = 0;

export function comeOnDuty(
  graph: StationGraph,
  stationId: string,
  role: EventData<'qianshou.personnel.posting-started.v1'>['role'],
): Promise<void> {
  postings += 1;
  const posting = anId('pst', postings);
  return graph.hear(
    'qianshou.personnel.posting-started.v1',
    {
      postingId: posting,
      workerId: anId('wkr', postings),
      stationId: stationId as Id<'sta'>,
      centreId: null,
      role,
      countyCode: '420581' as RegionCode,
      startedOn: today,
    },
    { aggregateId: posting },
  );
}

/** Everything that the five haves need, less what is left out. */
export async function prepared(
  graph: StationGraph,
  stationId: string,
  leaveOut: readonly string[] = [],
): Promise<void> {
  const steps: Record<string, string> = {
    SITE: `recordSite(input: { stationId: "${stationId}", source: CIVIL_AFFAIRS_OFFICE, address: "演示路" }) { station { id } }`,
    FUNCTION: `addRooms(input: { stationId: "${stationId}", rooms: [{ kind: MULTI_ROOM }] }) { station { id } }`,
    REGIME: `fileDocuments(input: { stationId: "${stationId}", documents: [${documents()}] }) { station { id } }`,
    ACTIVITY: `logActivity(input: { stationId: "${stationId}", title: "演示", heldOn: "${today}", participants: 8 }) { station { id } }`,
  };
  for (const [have, step] of Object.entries(steps)) {
    if (leaveOut.includes(have)) continue;
    const { errors } = await graph.execute(`mutation { ${step} }`, {}, bureau);
    if (errors.length > 0) throw new Error(errors[0]?.message);
  }
  await comeOnDuty(graph, stationId, 'STATION_HEAD');
  await comeOnDuty(graph, stationId, 'RESIDENT');
}

export const CHECK = /* GraphQL */ `
  mutation ($input: CheckStationInput!) {
    checkStation(input: $input) {
      station {
        id
        status
        version
      }
      check {
        result
        rectifyBy
        items {
          have
          met
          finding
        }
      }
    }
  }
`;

export const checkInput = (stationId: string, changes: Record<string, unknown> = {}) => ({
  stationId,
  checkedOn: today,
  checkerOrganisation: '宜都市民政局(演示)',
  items: HAVES.map((have) => ({ have, met: true })),
  ...changes,
});

/** Prepared, checked and found in order: it may be opened. */
export async function checked(graph: StationGraph, unit?: string, name?: string): Promise<string> {
  const id = await planned(graph, unit, name);
  await prepared(graph, id);
  await graph.execute(
    `mutation { requestAcceptance(input: { stationId: "${id}" }) { station { id } } }`,
    {},
    bureau,
  );
  await graph.execute(CHECK, { input: checkInput(id) }, bureau);
  return id;
}

export const opening = (id: string): string =>
  `openStation(input: { stationId: "${id}" }) { station { id } }`;

export async function operating(graph: StationGraph, unit?: string, name?: string): Promise<string> {
  const id = await checked(graph, unit, name);
  const { errors } = await mutate(graph, opening(id));
  if (errors.length > 0) throw new Error(errors[0]?.message);
  return id;
}

function documents(): string {
  return [...REGIMES, ...MECHANISMS]
    .map((subject) => `{ subject: ${subject}, title: "${subject}", filedOn: "${today}" }`)
    .join(', ');
}

/** One mutation, by the bureau unless somebody else is named. */
export const mutate = (graph: StationGraph, field: string, actor: Actor = bureau) =>
  graph.execute(`mutation { ${field} }`, {}, actor);

export const eventsOf = async (graph: StationGraph, name: string) =>
  (await graph.outbox()).filter(({ type }) => type === `qianshou.station.${name}.v1`).map(({ data }) => data);

/** Counts the outbox into the figures, as the running service does once the events are published. */
export async function countFigures({ connection }: StationGraph): Promise<void> {
  const rows = connection.collection('outbox');
  const all = await rows.find().sort({ $natural: 1 }).project({ _id: 1 }).toArray();
  for (const [at, { _id }] of all.entries()) await rows.updateOne({ _id }, { $set: { seq: at + 1 } });
  const position = { seq: all.length, asOf: new Date() };
  await connection
    .collection<{ _id: string }>('kept_figures')
    .replaceOne({ _id: 'figures' }, position, { upsert: true });
  await rebuildFigures({ connection, service: 'station', fold: foldStationEvent });
}

/** STA-8: what a demonstration room has to have, for equipVillageRoom. */
export const ROOM_TO_STANDARD = `site: { source: OTHER, address: "演示路" }, rooms: [{ kind: MULTI_ROOM }], documents: [{ subject: SAFETY, title: "演示", filedOn: "${today}" }, { subject: SERVICE_PLEDGE, title: "演示", filedOn: "${today}" }]`;

export function equipped(graph: StationGraph, villageRoomId: string, actor: Actor = bureau) {
  const input = `{ villageRoomId: "${villageRoomId}", ${ROOM_TO_STANDARD} }`;
  return mutate(graph, `equipVillageRoom(input: ${input}) { villageRoom { light } }`, actor);
}
