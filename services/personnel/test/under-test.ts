import type { EventData } from '@qianshou/events';
import type { Actor, Id } from '@qianshou/kernel';
import type { ImportUseCases } from '@qianshou/service-kit/imports';
import { parseSealingKeys } from '@qianshou/service-kit/sealing';
import { anActor, inRegion, ofAgency, type SubgraphUnderTest, subgraphUnderTest } from '@qianshou/testing';
import type { UseCases } from '../src/application/use-cases.ts';
import { personnel } from '../src/container.ts';
import { agencyId, stationId } from '../src/domain/ids.ts';
import { idNumberCheck } from '../src/domain/worker/personal-data.ts';
import type { Loaders } from '../src/graphql/loaders.ts';
import { CENTRE, day, OPERATOR, OTHER_OPERATOR, region, STATION, uuid, YIDU } from './builders.ts';

export type PersonnelGraph = SubgraphUnderTest<UseCases & ImportUseCases, Loaders>;

export const bureau = inRegion('COUNTY_CIVIL_AFFAIRS', '420581');
export const township = inRegion('TOWNSHIP_CIVIL_AFFAIRS', '420581100');
export const manager = ofAgency(OPERATOR);
export const neighbour = inRegion('COUNTY_CIVIL_AFFAIRS', '420582');
export const province = inRegion('PROVINCE_AUTHORITY', '420000');
export const themself = (worker: string): Actor => anActor('SOCIAL_WORKER', { workerId: worker });

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const personalDataKeys = parseSealingKeys(
  { encryption: [{ id: 'k1', key: key(1) }], index: { id: 'i1', key: key(2) } },
  'test',
);

/** 20 November 2026 in China; a test that waits sets it forward. */
export const clock = { at: new Date('2026-11-20T02:00:00Z'), now: (): Date => clock.at };

/** The graph with two operators, Yidu's policy, a station and a guidance centre, as their events told of them. */
export async function personnelGraph(): Promise<PersonnelGraph> {
  const config = { personalDataKeys, DEADLINE_SWEEP_SECONDS: 60 };
  const graph = await subgraphUnderTest(personnel, { config, clock });
  await hearOfAgency(graph, {});
  await hearOfAgency(graph, { agencyId: OTHER_OPERATOR });
  await hearOfPolicy(graph, {});
  await hearOfStation(graph, STATION, '420581100');
  await graph.hear('qianshou.station.centre-planned.v1', {
    centreId: CENTRE,
    countyCode: YIDU,
    operatorAgencyId: OPERATOR,
  });
  return graph;
}

/** The agency operates in a county, and so takes on whom the bureau registers there. */
export function hearOfCentreOf(
  graph: PersonnelGraph,
  operatorAgencyId: typeof OPERATOR,
  countyCode: string,
): Promise<void> {
  return graph.hear('qianshou.station.centre-planned.v1', {
    centreId: `ctr_${uuid(Number(countyCode))}` as typeof CENTRE,
    countyCode: region(countyCode),
    operatorAgencyId,
  });
}

type Registered = EventData<'qianshou.pairing.agency-registered.v1'>;
type Adopted = EventData<'qianshou.station.policy-adopted.v1'>;

export function hearOfAgency(graph: PersonnelGraph, changes: Partial<Registered>): Promise<void> {
  return graph.hear('qianshou.pairing.agency-registered.v1', {
    agencyId: OPERATOR,
    name: '演示承接机构',
    homeRegionCode: YIDU,
    canDispatch: false,
    canReceive: false,
    canOperate: true,
    status: 'ACTIVE',
    ...changes,
  });
}

export function hearOfPolicy(graph: PersonnelGraph, changes: Partial<Adopted>): Promise<void> {
  return graph.hear('qianshou.station.policy-adopted.v1', {
    policyId: `pol_${uuid(15)}` as Id<'pol'>,
    countyCode: YIDU,
    validFrom: day('2022-01-01'),
    validTo: null,
    source: '宜都发布',
    demonstrationStations: 5,
    demonstrationRooms: 10,
    residentsPerStation: 1,
    certificateYears: 2,
    capPercent: 3,
    countsQuasiTownships: true,
    unitsOutOfScope: 0,
    replaces: { demonstrationStations: 0, demonstrationRooms: 0, unitsOutOfScope: 0 },
    ...changes,
  });
}

/** Told on the day itself: from today the county follows a policy of these numbers. */
export function hearOfRuling(
  graph: PersonnelGraph,
  certificateYears: number | null,
  certificateWarningDays?: number[],
): Promise<void> {
  return graph.hear('qianshou.station.policy-in-force-changed.v1', {
    countyCode: YIDU,
    policyId: null,
    on: day('2026-11-20'),
    certificateYears,
    ...(certificateWarningDays && { certificateWarningDays }),
    demonstrationStations: 0,
    demonstrationRooms: 0,
    unitsOutOfScope: 0,
    replaces: { policyId: null, demonstrationStations: 0, demonstrationRooms: 0, unitsOutOfScope: 0 },
  });
}

export function hearOfStation(graph: PersonnelGraph, id: string, townshipCode: string): Promise<void> {
  return graph.hear('qianshou.station.planned.v1', {
    stationId: stationId(id),
    townshipCode: region(townshipCode),
    countyCode: region(townshipCode.slice(0, 6)),
    tier: 'ORDINARY',
    operatorAgencyId: agencyId(OPERATOR),
  });
}

export function hearOfClosing(graph: PersonnelGraph, id: string): Promise<void> {
  return graph.hear('qianshou.station.closed.v1', {
    stationId: stationId(id),
    townshipCode: region('420581100'),
    countyCode: YIDU,
    tier: 'ORDINARY',
    operatorAgencyId: OPERATOR,
    from: 'OPERATING',
    closedOn: day('2026-11-19'),
    grade: null,
    wasOverdue: false,
  });
}

let stations = 100;

/** A station of its own, so that its seats are free. */
export async function aStation(graph: PersonnelGraph, townshipCode = '420581100'): Promise<string> {
  stations += 1;
  const id = `sta_${uuid(stations)}`;
  await hearOfStation(graph, id, townshipCode);
  return id;
}

export function hearOfPassing(
  graph: PersonnelGraph,
  posting: { readonly id: string; readonly workerId: string },
  changes: Partial<EventData<'qianshou.training.passed.v1'>> = {},
): Promise<void> {
  return graph.hear('qianshou.training.passed.v1', {
    enrolmentId: `enr_${uuid(33)}` as Id<'enr'>,
    classId: `cls_${uuid(32)}` as Id<'cls'>,
    workerId: posting.workerId as Id<'wkr'>,
    postingId: posting.id as Id<'pst'>,
    kind: 'PRE_JOB',
    regionCode: YIDU,
    hours: 16,
    certificateNo: 'QS-420581-2026-000001',
    passedOn: day('2026-03-12'),
    ...changes,
  });
}

/** Runs one mutation and gives its payload; what it refuses fails the test. */
export async function done(
  graph: PersonnelGraph,
  operation: { readonly query: string; readonly name: string },
  input: Record<string, unknown>,
  actor: Actor = bureau,
) {
  const { data, errors } = await graph.execute(operation.query, { input }, actor);
  if (errors.length > 0) throw new Error(`${operation.name}: ${JSON.stringify(errors[0])}`);
  return data[operation.name];
}

/** How several answers went, in no order: what a race may end in. */
export function outcomes(answers: readonly { readonly code: string | undefined }[]): readonly string[] {
  return answers.map(({ code }) => code ?? 'DONE').toSorted((a, b) => a.localeCompare(b));
}

/** Events of this service, by the end of their type. */
export async function told(graph: PersonnelGraph, name: string) {
  const type = `qianshou.personnel.${name}.v1`;
  return (await graph.outbox()).filter((event) => event.type === type);
}

/** What happened to one object, in its own order. */
export async function factsOf(graph: PersonnelGraph, subject: string) {
  const facts = (await graph.outbox()).filter((event) => event.subject === subject);
  return facts.toSorted((a, b) => Number(a.sequence) - Number(b.sequence));
}

/** A valid ID number of that birthday; the order tells one from another. */
export function anIdNumber(order: number, birthday = '19980101'): string {
  const first17 = `420581${birthday}${String(order).padStart(3, '0')}`;
  return `${first17}${idNumberCheck(first17)}`;
}
