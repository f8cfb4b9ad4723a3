import type { Grant, RegionCode } from '@qianshou/kernel';
import { DEMO } from '../story/demo.ts';
import { forEach } from '../story/for-each.ts';
import { type Graph, operation } from '../story/graph-client.ts';
import { dayAfter, diceOf } from './dice.ts';
import { type Ground, type LoadedTable, loadTables } from './load-table.ts';
import { participantTable, type Place, workerTable } from './people-tables.ts';
import { type County, readCounties } from './places.ts';

/** How many people, classes, and places in them. */
export interface PeopleSize {
  readonly workers: number;
  readonly classes: number;
  readonly places: number;
}

export const PEOPLE = { workers: 100_000, classes: 20_000, places: 400_000 } as const satisfies PeopleSize;

/** PER-16, TRA-7: people are registered, and classes held, by the bureaus of their counties. */
export const BUREAUS = 'bureaus-of-the-counties';

/** Of all provinces with counties, in one grant each. */
export async function bureausOfTheCounties(): Promise<readonly Grant[]> {
  const provinces = new Set((await readCounties()).map(({ code }) => `${code.slice(0, 2)}0000`));
  return [...provinces].map((region) => ({ role: 'COUNTY_CIVIL_AFFAIRS', region: region as RegionCode }));
}

const ANNOUNCE = operation(/* GraphQL */ `
  mutation AnnounceProgramme($input: AnnounceProgrammeInput!) {
    announceProgramme(input: $input) {
      programme {
        id
      }
    }
  }
`);

const PLAN = operation<{ planTrainingClass: { trainingClass: { id: string } } }>(/* GraphQL */ `
  mutation PlanTrainingClass($input: PlanTrainingClassInput!) {
    planTrainingClass(input: $input) {
      trainingClass {
        id
      }
    }
  }
`);

interface Listed {
  readonly id: string;
  readonly county: { readonly code: string } | null;
}

interface WorkersPage {
  readonly socialWorkers: {
    readonly nodes: readonly Listed[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const WORKERS = operation<WorkersPage>(/* GraphQL */ `
  query WorkersOfProvince($province: RegionCode!, $after: String) {
    socialWorkers(where: { regionCode: { within: $province } }, first: 100, after: $after) {
      nodes {
        id
        county {
          code
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const PROGRAMME = 'DEMO_LOAD';

/** People from a file, classes by the bureaus of their counties, and lists of participants from a file. */
export async function loadPeople(ground: Ground, size: PeopleSize): Promise<readonly LoadedTable[]> {
  const { graph } = ground;
  const counties = await readCounties();
  const table = workerTable(counties, size.workers);
  const [people] = await loadTables(ground, [
    { kind: 'WORKERS', name: '社会工作者 social workers', table, persona: BUREAUS },
  ]);
  await announce(graph);
  const workers = await workersByCounty(graph, counties);
  const places = await openClasses(graph, workers, size);
  const [seated] = await loadTables(ground, [
    {
      kind: 'TRAINING_PARTICIPANTS',
      name: '参训名单 participants',
      table: participantTable(places),
      persona: BUREAUS,
    },
  ]);
  return [people, seated].flatMap((each) => each ?? []);
}

async function announce(graph: Graph): Promise<void> {
  const input = {
    code: PROGRAMME,
    kind: 'THEMATIC',
    name: `${DEMO}专题培训`,
    organiser: `${DEMO}主办单位`,
    audience: 'RESIDENTS',
  };
  await graph.ask('project-office', ANNOUNCE, { input }, `demo-load-programme-${PROGRAMME}`);
}

type Workers = ReadonlyMap<string, readonly string[]>;

async function workersByCounty(graph: Graph, counties: readonly County[]): Promise<Workers> {
  const provinces = [...new Set(counties.map(({ code }) => `${code.slice(0, 2)}0000`))];
  const pages = await forEach(provinces, (province) => workersOf(graph, province));
  const byCounty = Map.groupBy(pages.flat(), ({ county }) => county?.code ?? '');
  return new Map([...byCounty].map(([code, people]) => [code, people.map(({ id }) => id)]));
}

async function workersOf(graph: Graph, province: string): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  for (let after: string | null = null; ;) {
    const { socialWorkers }: WorkersPage = await graph.ask(BUREAUS, WORKERS, { province, after });
    found.push(...socialWorkers.nodes);
    if (!socialWorkers.pageInfo.hasNextPage) return found;
    after = socialWorkers.pageInfo.endCursor;
  }
}

/** Classes of the counties in turn, each with its share of the places for people of its county. */
async function openClasses(graph: Graph, workers: Workers, size: PeopleSize): Promise<readonly Place[]> {
  const counties = [...workers.keys()].filter((code) => code !== '');
  const seats = Math.round(size.places / size.classes);
  const dice = diceOf(5);
  const today = new Date().toISOString().slice(0, 10);
  const plans = Array.from({ length: size.classes }, (_, at) => ({
    county: counties[at % counties.length] ?? '',
    round: Math.floor(at / counties.length),
    startsOn: dayAfter(today, dice.throw(2, 360)),
  }));
  const places = await forEach(plans, async ({ county, round, startsOn }, at) => {
    const input = {
      programmeCode: PROGRAMME,
      regionCode: county,
      venue: `${DEMO}培训室`,
      startsOn,
      endsOn: startsOn,
      hours: 8,
      capacity: seats,
      openAtOnce: true,
    };
    const key = `demo-load-class-${at}`;
    const { planTrainingClass } = await graph.ask(BUREAUS, PLAN, { input }, key);
    const people = workers.get(county) ?? [];
    return Array.from({ length: Math.min(seats, people.length) }, (_, seat) => ({
      classId: planTrainingClass.trainingClass.id,
      workerId: people[(round * seats + seat) % people.length] ?? '',
    }));
  });
  return places.flat();
}
