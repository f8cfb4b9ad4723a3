import { addMonths } from '@qianshou/kernel';
import { DEMO } from './demo.ts';
import { forEach } from './for-each.ts';
import { operation } from './graph-client.ts';
import { official, professional, RESIDENTS, VETERAN, VETERAN_MONTHS_ON_DUTY } from './people.ts';
import { proposePosting, signPosting, START_POSTING, startPosting } from './postings.ts';
import type { BuiltStation } from './stations.ts';
import { refused, type Story } from './story.ts';
import { registerWorker } from './workers.ts';
import { headOf, operatorPersona } from './yidu.ts';

export const RECORD_PAST_POSTING = operation<{ recordPastPosting: { posting: { id: string } } }>(
  /* GraphQL */ `
    mutation RecordPastPosting($input: RecordPastPostingInput!) {
      recordPastPosting(input: $input) {
        posting {
          id
        }
      }
    }
  `,
);

export interface Recruit {
  readonly station: BuiltStation;
  readonly workerId: string;
  readonly postingId: string;
}

export interface Recruits {
  /** Everybody whom the operators must train before the first day. */
  readonly trainees: readonly Recruit[];
  /** The resident whom the bureau enters from its history. */
  readonly veteran: Recruit;
}

/** Residents are the people 1 to 11 of the story, so that `worker-1` … `worker-11` are personas. */
const FIRST_DEPUTY = 21;
const FIRST_HEAD = 101;

/** Step 5, first half: heads come on duty; deputies and residents are recruited, and wait for their training. */
export async function recruit(story: Story, stations: readonly BuiltStation[]): Promise<Recruits> {
  await forEach(stations, (station, at) => bringHead(story, station, at + FIRST_HEAD));
  const demonstration = stations.filter(({ unit }) => unit.demonstration);
  const deputies = await forEach(demonstration, (station, at) =>
    bringDeputy(story, station, at + FIRST_DEPUTY),
  );
  story.report(`  5  ${stations.length} heads on duty, ${deputies.length} certified deputies proposed`);
  const newcomers = stations.filter((station) => residentOf(station) !== VETERAN);
  const residents = await forEach(newcomers, (station) => bringResident(story, station));
  const veteran = await enterVeteran(story, stations);
  story.report(`     ${residents.length} residents recruited: signed by bureau, township and operator each`);
  await refuseDutyBeforeTraining(story, residents);
  return { trainees: [...deputies, ...residents], veteran };
}

/** PER-1: the director of the township's civil affairs office heads the station. */
async function bringHead(story: Story, { unit, id: stationId }: BuiltStation, number: number): Promise<void> {
  const workerId = await registerWorker(story, headOf(unit), official(number), {
    directsOfficeOf: unit.code,
  });
  await startPosting(story, 'yidu-bureau', { workerId, role: 'STATION_HEAD', stationId });
}

/** PER-2: sent by the operator, with a certificate. */
async function bringDeputy(story: Story, station: BuiltStation, number: number): Promise<Recruit> {
  const operator = operatorPersona(station.unit.operator);
  const { operatorAgencyId: employerAgencyId, id: stationId } = station;
  const workerId = await registerWorker(story, operator, professional(number), { employerAgencyId });
  const postingId = await proposePosting(story, operator, { workerId, role: 'DEPUTY_HEAD', stationId });
  return { station, workerId, postingId };
}

/** PER-4: the bureau proposes and signs by it, township and operator sign after it. */
async function bringResident(story: Story, station: BuiltStation): Promise<Recruit> {
  const operator = operatorPersona(station.unit.operator);
  const workerId = await registerResident(story, station);
  const postingId = await proposePosting(story, 'yidu-bureau', {
    workerId,
    role: 'RESIDENT',
    stationId: station.id,
    educationException: residentOf(station).educationException,
  });
  await signPosting(story, headOf(station.unit), postingId);
  await signPosting(story, operator, postingId);
  return { station, workerId, postingId };
}

async function registerResident(story: Story, station: BuiltStation): Promise<string> {
  const person = residentOf(station);
  const operator = operatorPersona(station.unit.operator);
  const { operatorAgencyId: employerAgencyId } = station;
  const workerId = await registerWorker(story, operator, person, { employerAgencyId });
  story.remember.worker(`worker-${person.number}`, workerId);
  return workerId;
}

/** Time is never faked: who came 23 months ago is entered with that day, as a bureau enters its history. */
async function enterVeteran(story: Story, stations: readonly BuiltStation[]): Promise<Recruit> {
  const station = stations.find((each) => residentOf(each) === VETERAN);
  if (station === undefined) throw new Error('No station has the resident of 23 months ago.');
  const workerId = await registerResident(story, station);
  const { recordPastPosting } = await story.graph.ask('yidu-bureau', RECORD_PAST_POSTING, {
    input: {
      workerId,
      role: 'RESIDENT',
      stationId: station.id,
      startedOn: addMonths(story.today, -VETERAN_MONTHS_ON_DUTY),
      preJobCertificateNo: `${DEMO}-岗前-${VETERAN.number}`,
      source: `宜都市民政局招录档案(${DEMO})`,
    },
  });
  story.report(`     1 resident entered from history: ${station.unit.name}, on duty for 23 months`);
  return { station, workerId, postingId: recordPastPosting.posting.id };
}

/** PER-7: nobody is on duty before the training. */
async function refuseDutyBeforeTraining(story: Story, residents: readonly Recruit[]): Promise<void> {
  const [first] = residents;
  await refused(story, 'POSTING_LACKS_PRE_JOB_TRAINING', () =>
    story.graph.ask('yidu-bureau', START_POSTING, {
      input: { postingId: first?.postingId, startedOn: story.today },
    }),
  );
}

function residentOf({ unit }: Pick<BuiltStation, 'unit'>) {
  const person = RESIDENTS[unit.code];
  if (person === undefined) throw new Error(`No resident is told of for ${unit.name}.`);
  return person;
}
