import type { OperatorAgencies } from './operators.ts';
import { forEach } from './for-each.ts';
import { operation } from './graph-client.ts';
import type { Story } from './story.ts';
import { operatorPersona, signageOf, type Unit, UNITS } from './yidu.ts';
import { demoName } from './demo.ts';

interface StationAnswer {
  readonly station: { readonly id: string };
}

export const PLAN_STATION = operation<{ planStation: StationAnswer }>(/* GraphQL */ `
  mutation PlanStation($input: PlanStationInput!) {
    planStation(input: $input) {
      station {
        id
      }
    }
  }
`);

export const RECORD_SITE = operation(/* GraphQL */ `
  mutation RecordSite($input: RecordSiteInput!) {
    recordSite(input: $input) {
      station {
        status
      }
    }
  }
`);

export const ADD_ROOMS = operation(/* GraphQL */ `
  mutation AddRooms($input: AddRoomsInput!) {
    addRooms(input: $input) {
      station {
        version
      }
    }
  }
`);

export const FILE_DOCUMENTS = operation(/* GraphQL */ `
  mutation FileDocuments($input: FileDocumentsInput!) {
    fileDocuments(input: $input) {
      station {
        version
      }
    }
  }
`);

export const LOG_ACTIVITY = operation(/* GraphQL */ `
  mutation LogActivity($input: LogActivityInput!) {
    logActivity(input: $input) {
      station {
        version
      }
    }
  }
`);

/** A station as the story goes on with it. */
export interface BuiltStation {
  readonly unit: Unit;
  readonly id: string;
  readonly operatorAgencyId: string;
}

/** The six regimes and four mechanisms of the article, each with its title. */
const DOCUMENTS = {
  PERSONNEL: '人员管理制度',
  FINANCE: '财务管理制度',
  PROJECT: '项目管理制度',
  VOLUNTEER: '志愿服务管理制度',
  SAFETY: '安全管理制度',
  ARCHIVE: '档案管理制度',
  SERVICE_PLEDGE: '服务承诺机制',
  COMPLAINT: '投诉机制',
  SUPERVISION: '督导机制',
  EVALUATION: '评估机制',
} as const;

export type DocumentSubject = keyof typeof DOCUMENTS;

/** This station forgets its complaint mechanism, so that its first acceptance check has something to find. */
export const FORGETFUL_UNIT = '420581103';
export const FORGOTTEN: DocumentSubject = 'COMPLAINT';

const SITE_SOURCES = ['CIVIL_AFFAIRS_OFFICE', 'NGO_INCUBATOR', 'CIVILISATION_PRACTICE_CENTRE'] as const;

/** Step 4: eleven stations under their exact signage, with sites, rooms, documents and activities. */
export async function buildStations(
  story: Story,
  operators: OperatorAgencies,
): Promise<readonly BuiltStation[]> {
  const stations = await forEach(UNITS, async (unit, at) => {
    const station = await planStation(story, unit, operators);
    await equip(story, station, at);
    return station;
  });
  story.report(`  4  ${stations.length} stations planned, each with site, rooms, documents and an activity`);
  for (const { unit } of stations) story.report(`     ${signageOf(unit)}`);
  return stations;
}

async function planStation(story: Story, unit: Unit, operators: OperatorAgencies): Promise<BuiltStation> {
  const operatorAgencyId = operators.get(unit.operator);
  if (operatorAgencyId === undefined) throw new Error(`Operator ${unit.operator} is not registered.`);
  const { planStation: planned } = await story.graph.ask('yidu-bureau', PLAN_STATION, {
    input: { townshipCode: unit.code, signage: signageOf(unit), operatorAgencyId },
  });
  return { unit, id: planned.station.id, operatorAgencyId };
}

async function equip(story: Story, { unit, id: stationId }: BuiltStation, at: number): Promise<void> {
  const { graph, today } = story;
  const operator = operatorPersona(unit.operator);
  await graph.ask(operator, RECORD_SITE, {
    input: {
      stationId,
      source: SITE_SOURCES[at % SITE_SOURCES.length],
      address: demoName(`宜都市${unit.name}为民路${at + 1}号`),
      areaSqm: 120 + 10 * at,
    },
  });
  await graph.ask(operator, ADD_ROOMS, {
    input: {
      stationId,
      rooms: [
        { kind: 'CASE_ROOM', areaSqm: 15, capacity: 4 },
        { kind: 'GROUP_ROOM', areaSqm: 30, capacity: 15 },
        { kind: 'MULTI_ROOM', areaSqm: 60, capacity: 40 },
      ],
    },
  });
  const subjects = Object.keys(DOCUMENTS) as readonly DocumentSubject[];
  const forgotten = unit.code === FORGETFUL_UNIT ? FORGOTTEN : null;
  await fileDocuments(
    story,
    { unit, id: stationId },
    subjects.filter((subject) => subject !== forgotten),
  );
  await graph.ask(operator, LOG_ACTIVITY, {
    input: { stationId, title: demoName('独居老人探访'), heldOn: today, participants: 12 + at },
  });
}

export async function fileDocuments(
  { graph, today }: Story,
  { unit, id }: Pick<BuiltStation, 'unit' | 'id'>,
  subjects: readonly DocumentSubject[],
): Promise<void> {
  const documents = subjects.map((subject) => ({ subject, title: DOCUMENTS[subject], filedOn: today }));
  await graph.ask(operatorPersona(unit.operator), FILE_DOCUMENTS, { input: { stationId: id, documents } });
}
