import { type Actor, addDays } from '@qianshou/kernel';
import { anActor, auditProbes, importProbes, type Probe, type Probes } from '@qianshou/testing';
import { OPERATOR_ID } from './builders.ts';
import { bureau, checkInput, operating, type StationGraph, today } from './under-test.ts';

/** What every operation is asked: about a station of a town of Yidu, its operator, and all that hangs on it. */
export async function probesOf(graph: StationGraph): Promise<Probes> {
  const things = await aStationWithAll(graph);
  return {
    ...(await auditProbes(graph, 'station', { objectId: things.centreId, region: COUNTY })),
    ...readings(things),
    ...countyCommands(things),
    ...divisions(things),
    ...preparation(things),
    ...lifeCycle(things),
    ...demonstration(things),
    ...(await importProbes(graph, { of: 'Station', kind: 'STATIONS', owner: bureau, region: COUNTY })),
  };
}

interface Things {
  readonly stationId: string;
  readonly centreId: string;
  readonly villageRoomId: string;
  readonly successionId: string;
  readonly recordId: string;
  readonly evaluationId: string;
  readonly visitId: string;
  readonly checkId: string;
  readonly activityId: string;
  readonly complaintId: string;
  readonly policyId: string;
}

const admin = anActor('ADMIN');
const COUNTY = '420581';
const county = { COUNTY };
const ofBureau = (input: Record<string, unknown>): Probe => ({ args: { input }, at: county });
const ofPreparers = (input: Record<string, unknown>): Probe => ({
  args: { input },
  at: { TOWNSHIP: '420581104', OPERATOR: OPERATOR_ID },
});

const CENTRE = { countyCode: COUNTY, name: '演示中心', operatorAgencyId: OPERATOR_ID };
const POLICY = { countyCode: COUNTY, validFrom: '2022-01-01', source: '演示' };
const TALK = { service: 'GOVERNANCE_CONSULTATION', method: 'COMMUNITY', persons: 30, hours: 2 };
const evaluation = (stationId: string) => ({
  stationId,
  year: Number(today.slice(0, 4)),
  kind: 'ANNUAL',
  score: 90,
  evaluator: '演示评估机构',
});

const visit = (stationId: string) => ({
  stationId,
  visitor: '演示中心',
  findings: '台账不全',
  followUpOn: addDays(today, 30),
});

async function aStationWithAll(graph: StationGraph): Promise<Things> {
  const stationId = await operating(graph);
  const complaint = { stationId, kind: 'ATTITUDE', statement: '上门时间多次变更' };
  const room = { stationId, villageName: '演示村', openedOn: today };
  const services = { stationId, servedOn: today, entries: [TALK] };
  const policy = { ...POLICY, validFrom: '2021-01-01', capPercent: 3 };
  const succession = renamed('420581104', addDays(today, 30));
  const policyId = await made(graph, 'adoptCountyPolicy', policy, 'policy');
  const evaluationId = await made(graph, 'evaluateStation', evaluation(stationId), 'evaluation');
  const { data } = await graph.execute(
    `{ station(id: "${stationId}") { activities { nodes { id } } acceptanceChecks { nodes { id } } } }`,
  );
  return {
    stationId,
    evaluationId,
    visitId: await made(graph, 'recordStationVisit', visit(stationId), 'visit'),
    policyId,
    checkId: data.station.acceptanceChecks.nodes[0].id,
    activityId: data.station.activities.nodes[0].id,
    centreId: await made(graph, 'planGuidanceCentre', CENTRE, 'centre'),
    villageRoomId: await made(graph, 'openVillageRoom', room, 'villageRoom'),
    successionId: await made(graph, 'recordRegionSuccession', succession, 'succession', admin),
    recordId: await made(graph, 'recordServices', services, 'records'),
    complaintId: await made(graph, 'fileComplaint', complaint, 'complaint'),
  };
}

/** What the mutation makes of the bureau's input, by its id; of several, the first. */
async function made(
  { schema, execute }: StationGraph,
  mutation: string,
  input: Record<string, unknown>,
  answer: string,
  actor: Actor = bureau,
): Promise<string> {
  const type = schema.getMutationType()?.getFields()[mutation]?.args[0]?.type;
  const query = `mutation ($input: ${String(type)}) { ${mutation}(input: $input) { it: ${answer} { id } } }`;
  const { data, errors } = await execute(query, { input }, actor);
  if (errors.length > 0) throw new Error(`${mutation}: ${errors[0]?.message}`);
  return ([data[mutation].it].flat()[0] as { readonly id: string }).id;
}

function readings({ stationId, centreId, complaintId }: Things): Probes {
  return {
    'Query.laggingCounties': { args: { within: '420500' } },
    'Query.regions': {},
    'Query.region': { args: { code: COUNTY } },
    'Query.station': { args: { id: stationId } },
    'Query.stations': {},
    'Query.nearestStations': { args: { regionCode: COUNTY } },
    'Query.villageRooms': {},
    'Query.regionSuccessions': {},
    'Query.stationVisits': {},
    'Query.stationVisitsDue': { args: { countyCode: COUNTY } },
    'Query.guidanceCentre': { args: { id: centreId } },
    'Query.guidanceCentres': {},
    'Query.stationEvaluations': {},
    'Query.acceptanceChecks': {},
    'Query.countyPolicies': {},
    'Query.complaint': { args: { id: complaintId } },
    'Query.complaints': {},
    'Query.rule': { args: { code: 'STA-2' } },
    'Query.publishedFigures': {},
    'Query.labels': {},
    'Query.actionCheck': { args: { id: stationId, action: 'OPEN_STATION' } },
    'Query.node': { args: { id: stationId } },
    'Query.serviceCatalogue': {},
    'Query.serviceRecords': [
      {
        kind: 'of a station',
        args: { where: { stationId: { eq: stationId } } },
        at: { ...county, TOWNSHIP: '420581104', OPERATOR: OPERATOR_ID },
      },
      ...['420581104', COUNTY, '420500', '420000'].map(servicesWithin),
    ],
  };
}

/** Whoever is over the region reads all of it; its operators find their own there. */
const servicesWithin = (region: string): Probe => ({
  kind: `within ${region}`,
  args: { where: { regionCode: { within: region } } },
  at: { COUNTY: region.slice(0, 6), TOWNSHIP: region, OPERATOR: OPERATOR_ID },
});

const UNIT = { townshipCode: '420581105', reason: '演示' };
const renamed = (unit: string, on: string) => ({
  kind: 'RENAMED',
  from: [unit],
  to: [unit],
  name: '演示镇',
  on,
  source: '演示',
});
const divisions = ({ successionId }: Things): Probes => ({
  'Mutation.recordRegionSuccession': ofBureau(renamed('420581106', '2026-01-01')),
  'Mutation.strikeRegionSuccession': ofBureau({ successionId, reason: '演示' }),
  'Mutation.takeUnitOutOfScope': ofBureau({ ...UNIT, source: '演示' }),
  'Mutation.returnUnitToScope': ofBureau(UNIT),
});

function countyCommands({ centreId, complaintId, villageRoomId, stationId, policyId }: Things): Probes {
  const complaint = { stationId, kind: 'ATTITUDE', statement: '上门时间多次变更' };
  const team = { centreId, expertTeam: '演示大学' };
  return {
    'Mutation.adoptCountyPolicy': ofBureau(POLICY),
    'Mutation.withdrawCountyPolicy': ofBureau({ policyId, reason: '演示' }),
    'Mutation.endCountyPolicy': ofBureau({ policyId, validTo: '2059-01-01', reason: '演示' }),
    'Mutation.correctCountyPolicy': ofBureau({ policyId, demonstrationRooms: 12, reason: '演示' }),
    'Mutation.approvePolicyCap': ofBureau({ policyId }),
    'Mutation.importKeyCounty': ofBureau({ countyCode: COUNTY, sourceUrl: 'https://example.org/list' }),
    'Mutation.planGuidanceCentre': ofBureau(CENTRE),
    'Mutation.nameExpertTeam': { args: { input: team }, at: { ...county, OPERATOR: OPERATOR_ID } },
    'Mutation.openGuidanceCentre': ofBureau({ centreId }),
    'Mutation.changeGuidanceCentreOperator': ofBureau({
      centreId,
      operatorAgencyId: OPERATOR_ID,
      reason: '演示',
      handOver: ['钥匙'],
    }),
    'Mutation.correctGuidanceCentre': ofBureau({ centreId, name: '演示二中心', reason: '演示' }),
    'Mutation.strikeGuidanceCentre': ofBureau({ centreId, reason: '演示' }),
    'Mutation.closeGuidanceCentre': ofBureau({ centreId, reason: '演示' }),
    'Mutation.chooseDemonstrationRoom': ofBureau({ villageRoomId }),
    'Mutation.fileComplaint': { args: { input: complaint } },
    'Mutation.handleComplaint': ofBureau({ complaintId, outcome: 'UPHELD', result: '已调整上门时间' }),
    'Mutation.strikeComplaint': ofBureau({ complaintId, reason: '演示' }),
  };
}

function preparation({ stationId, recordId, activityId, villageRoomId }: Things): Probes {
  const site = { stationId, source: 'OTHER', address: '演示路 2 号' };
  const signage = '宜都市红花套镇社会工作服务站';
  const plan = { townshipCode: '420581100', signage, operatorAgencyId: OPERATOR_ID };
  const guide = { stationId, openingHours: '工作日 9:00–17:00', offers: ['ELDERLY_HOME_VISIT'] };
  return {
    'Mutation.planStation': ofBureau(plan),
    'Mutation.recordSite': ofPreparers(site),
    'Mutation.addRooms': ofPreparers({ stationId, rooms: [{ kind: 'CASE_ROOM' }] }),
    'Mutation.correctRooms': ofPreparers({ stationId, rooms: [{ kind: 'GROUP_ROOM' }], reason: '演示' }),
    'Mutation.fileDocuments': ofPreparers({ stationId, documents: [] }),
    'Mutation.logActivity': ofPreparers({ stationId, title: '演示', heldOn: '2026-01-01', participants: 1 }),
    'Mutation.strikeActivity': ofPreparers({ stationId, activityId, reason: '误登' }),
    'Mutation.requestAcceptance': ofPreparers({ stationId }),
    'Mutation.assignVillageRoom': ofPreparers({ villageRoomId, stationId }),
    'Mutation.closeVillageRoom': ofPreparers({ villageRoomId, reason: '演示' }),
    'Mutation.equipVillageRoom': ofPreparers({ villageRoomId, rooms: [{ kind: 'GROUP_ROOM' }] }),
    'Mutation.openVillageRoom': ofPreparers({ stationId, villageName: '演示二村', openedOn: today }),
    'Mutation.publishServiceGuide': ofPreparers(guide),
    'Mutation.recordServices': ofPreparers({ stationId, servedOn: today, entries: [TALK] }),
    'Mutation.strikeServiceRecord': ofPreparers({ recordId, reason: '误登' }),
    'Mutation.correctServiceRecord': ofPreparers({ recordId, persons: 31, reason: '误登' }),
    'Mutation.correctVillageRoom': ofPreparers({ villageRoomId, villageName: '演示三村', reason: '误登' }),
    'Mutation.strikeVillageRoom': ofPreparers({ villageRoomId, reason: '误登' }),
    'Mutation.strikeDemonstrationRoom': ofBureau({ villageRoomId, reason: '误登' }),
  };
}

function lifeCycle({ stationId, evaluationId, checkId, visitId }: Things): Probes {
  return {
    'Mutation.recordStationVisit': ofBureau(visit(stationId)),
    'Mutation.followUpStationVisit': ofBureau({ visitId, result: '已补齐' }),
    'Mutation.correctStationVisit': ofBureau({ visitId, visitor: '演示二中心', reason: '演示' }),
    'Mutation.strikeStationVisit': ofBureau({ visitId, reason: '演示' }),
    'Mutation.checkStation': ofBureau(checkInput(stationId)),
    'Mutation.correctAcceptanceCheck': ofBureau({ checkId, checkerOrganisation: '演示二局', reason: '演示' }),
    'Mutation.strikeAcceptanceCheck': ofBureau({ checkId, reason: '演示' }),
    'Mutation.openStation': ofBureau({ stationId }),
    'Mutation.evaluateStation': ofBureau(evaluation(stationId)),
    'Mutation.correctStationEvaluation': ofBureau({ evaluationId, score: 88, reason: '演示' }),
    'Mutation.strikeStationEvaluation': ofBureau({ evaluationId, reason: '演示' }),
    'Mutation.suspendStation': ofBureau({ stationId, reason: '演示' }),
    'Mutation.resumeStation': ofBureau({ stationId }),
    'Mutation.orderRectification': ofBureau({ stationId, reason: '演示' }),
    'Mutation.planRectification': ofPreparers({
      stationId,
      measures: '演示',
      completeBy: addDays(today, 30),
    }),
    'Mutation.confirmRectification': ofBureau({ stationId }),
    'Mutation.changeStationOperator': ofBureau({
      stationId,
      operatorAgencyId: OPERATOR_ID,
      reason: '演示',
      handOver: ['钥匙'],
    }),
    'Mutation.closeStation': ofBureau({ stationId, reason: '演示' }),
  };
}

function demonstration({ stationId }: Things): Probes {
  const opinion = { stationId, opinion: '演示' };
  return {
    'Mutation.chooseDemonstrationStation': ofBureau({ stationId }),
    'Mutation.strikeDemonstrationStation': ofBureau({ stationId, reason: '演示' }),
    'Mutation.applyForDemonstration': ofPreparers({ stationId, selfScore: 95, statement: '演示' }),
    'Mutation.recommendForDemonstration': ofPreparers(opinion),
    'Mutation.assessForDemonstration': ofBureau({ stationId, score: 95 }),
    'Mutation.announceDemonstration': ofBureau({ stationId }),
    'Mutation.confirmDemonstration': ofBureau({ stationId }),
    'Mutation.declineDemonstration': ofBureau({ stationId }),
    'Mutation.withdrawDemonstration': ofBureau({ stationId }),
    'Mutation.restoreDemonstration': ofBureau({ stationId }),
  };
}
