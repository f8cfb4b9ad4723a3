import { addDays, chinaDay, type Grant, type RegionCode } from '@qianshou/kernel';
import type { Issuer } from '../issuer/index.ts';
import { readCounties } from '../load/places.ts';
import { silently } from '../servers/index.ts';
import { demoName } from '../story/demo.ts';
import { type Graph, graphClient, operation } from '../story/graph-client.ts';
import { profileOf, trainee } from '../story/people.ts';
import { ASSESS_CLASS, PLAN_CLASS, START_CLASS } from '../story/pre-job-training.ts';
import { PLAN_STATION, RECORD_SITE } from '../story/stations.ts';
import { REGISTER_WORKER } from '../story/workers.ts';
import { type Command, type Commanded, commander } from './commander.ts';
import { atMost, measured, type Measurement, percentile } from './measurement.ts';
import { startOwnSystem } from './own-system.ts';

const COUNTY = '640522' as RegionCode;
const PEOPLE = 200;
const SEATS = 20;
/** Commands of one station, one after the other, while the others of its county do the same. */
const ROUNDS = 25;
const SETTING_UP = 8;
const LIMIT_MS = 2_000;
const RESULTS_MS = 1_000;
const DAYS_AHEAD = 30;

const ENROL = operation<{ enrolWorker: { enrolment: { id: string; status: string } } }>(/* GraphQL */ `
  mutation Enrol($input: EnrolWorkerInput!) {
    enrolWorker(input: $input) {
      enrolment {
        id
        status
      }
    }
  }
`);

interface Stage {
  readonly graph: Graph;
  readonly send: (command: Command) => Promise<Commanded>;
}

/** Commands that compete through the real gateway: two hundred for the seats of a class, many in one county. */
export async function measureCommands(folder: string): Promise<readonly Measurement[]> {
  const { system, issuer, requireAlive } = await startOwnSystem(folder);
  const { gatewayUrl } = system;
  const graph = graphClient({ gatewayUrl, issueToken: issuer.issueToken, report: silently });
  const { send, close } = commander(gatewayUrl, PEOPLE);
  const seats = await measureSeats({ graph, send }, issuer);
  const county = await measureCounty({ graph, send }, issuer);
  await close();
  requireAlive();
  return [...seats, ...county];
}

async function measureSeats({ graph, send }: Stage, issuer: Issuer): Promise<readonly Measurement[]> {
  const people = await inTurns(range(PEOPLE), async (at) => {
    const input = { countyCode: COUNTY, ...profileOf(trainee(at + 700), chinaDay(new Date())) };
    const { registerSocialWorker } = await graph.ask('haiyuan-bureau', REGISTER_WORKER, { input });
    const workerId = registerSocialWorker.worker.id;
    const token = await issuer.tokenFor(`bench|worker-${at}`, [{ role: 'SOCIAL_WORKER', workerId }]);
    return { workerId, token };
  });
  // Everybody once into a class with room for all: afterwards training knows them, and the code has run.
  const roomy = await openClass(graph, PEOPLE, 0);
  const places = await inTurns(people, ({ workerId }) =>
    graph.ask('project-office', ENROL, { input: { classId: roomy, workerId } }),
  );
  const classId = await openClass(graph, SEATS, DAYS_AHEAD);
  const commands = people.map(({ workerId, token }) => ({
    token,
    text: ENROL.text,
    input: { classId, workerId },
  }));
  const answers = await Promise.all(commands.map(send));
  const seated = answers.filter(({ text }) => text.includes('"SEATED"')).length;
  if (seated > SEATS) throw new Error(`${seated} were given the ${SEATS} seats`);
  return [
    ...rowsOf(`${PEOPLE} enrolments at once for ${SEATS} seats`, answers),
    atMost('of them the last', Math.max(...answers.map(({ took }) => took)), LIMIT_MS, 'ms'),
    await measureResults(
      graph,
      roomy,
      places.map(({ enrolWorker }) => enrolWorker.enrolment.id),
    ),
  ];
}

/** Everybody of a full class is judged with one command, each with a certificate of their own. */
async function measureResults(
  graph: Graph,
  classId: string,
  enrolments: readonly string[],
): Promise<Measurement> {
  await graph.ask('project-office', START_CLASS, { input: { classId } });
  const results = enrolments.map((enrolmentId) => ({ enrolmentId, attendedHours: 8, score: 80 }));
  const startedAt = performance.now();
  const { assessClass } = await graph.ask('project-office', ASSESS_CLASS, { input: { classId, results } });
  const took = performance.now() - startedAt;
  if (assessClass.trainingClass.status !== 'ASSESSED') throw new Error('results of the class are missing');
  return atMost(`${PEOPLE} results of a class at once`, took, RESULTS_MS, 'ms');
}

async function measureCounty({ graph, send }: Stage, issuer: Issuer): Promise<readonly Measurement[]> {
  const units = (await readCounties()).find(({ code }) => code === COUNTY)?.units ?? [];
  const stations = await inTurns(units.slice(0, 16), async ({ code, name }) => {
    const { planStation } = await graph.ask('haiyuan-bureau', PLAN_STATION, {
      input: { townshipCode: code, signage: `海原县${name}社会工作服务站` },
    });
    return planStation.station.id;
  });
  const grants: readonly Grant[] = [{ role: 'COUNTY_CIVIL_AFFAIRS', region: COUNTY }];
  const rows: Measurement[] = [];
  for (const count of [8, 16]) {
    const answers = await Promise.all(
      stations.slice(0, count).map(async (stationId, at) => {
        const token = await issuer.tokenFor(`bench|bureau-${at}`, grants);
        return oneAfterAnother(ROUNDS, (round) => send(siteOf(stationId, { token, round })));
      }),
    );
    rows.push(...rowsOf(`${count} commands at a time on stations of one county`, answers.flat()));
  }
  return rows;
}

function siteOf(
  stationId: string,
  { token, round }: { readonly token: string; readonly round: number },
): Command {
  const address = demoName(`海原县为民路${round + 1}号`);
  return { token, text: RECORD_SITE.text, input: { stationId, source: 'RENTED', address, areaSqm: 120 } };
}

function rowsOf(what: string, answers: readonly Commanded[]): readonly Measurement[] {
  const times = answers.map(({ took }) => took);
  const unanswered = answers.filter(({ isDone }) => !isDone).length;
  const late = times.filter((took) => took > LIMIT_MS).length;
  return [
    measured(`${what}, p50`, percentile(times, 0.5), 'ms'),
    measured(`${what}, p99`, percentile(times, 0.99), 'ms'),
    atMost(`${what}: above two seconds`, (100 * late) / times.length, 0, '%'),
    atMost(`${what}: sent away`, (100 * unanswered) / times.length, 0, '%'),
  ];
}

async function openClass(graph: Graph, capacity: number, daysAhead: number): Promise<string> {
  const startsOn = addDays(chinaDay(new Date()), daysAhead);
  const { planTrainingClass } = await graph.ask('project-office', PLAN_CLASS, {
    input: {
      programmeCode: 'EXAM_PREP',
      regionCode: '000000',
      venue: demoName('银川市'),
      startsOn,
      endsOn: startsOn,
      hours: 8,
      capacity,
      openAtOnce: true,
    },
  });
  return planTrainingClass.trainingClass.id;
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_each, at) => at);
}

/** A few at a time, as who sets up a measurement has no hurry. */
async function inTurns<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < items.length; at += SETTING_UP)
    made.push(...(await Promise.all(items.slice(at, at + SETTING_UP).map(make))));
  return made;
}

async function oneAfterAnother<Made>(
  count: number,
  make: (round: number) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const round of range(count)) made.push(await make(round));
  return made;
}
