import { eventually } from './eventually.ts';
import { forEach } from './for-each.ts';
import { DEMO } from './demo.ts';
import { operation } from './graph-client.ts';
import type { OperatorAgencies } from './operators.ts';
import type { Recruit, Recruits } from './recruitment.ts';
import type { Story } from './story.ts';
import { OPERATORS, operatorPersona, YIDU } from './yidu.ts';

export const PLAN_CLASS = operation<{ planTrainingClass: { trainingClass: { id: string } } }>(/* GraphQL */ `
  mutation PlanTrainingClass($input: PlanTrainingClassInput!) {
    planTrainingClass(input: $input) {
      trainingClass {
        id
      }
    }
  }
`);

export const START_CLASS = operation(/* GraphQL */ `
  mutation StartTrainingClass($input: StartTrainingClassInput!) {
    startTrainingClass(input: $input) {
      trainingClass {
        status
      }
    }
  }
`);

export const ASSESS_CLASS = operation<{ assessClass: { trainingClass: { status: string } } }>(/* GraphQL */ `
  mutation AssessClass($input: AssessClassInput!) {
    assessClass(input: $input) {
      trainingClass {
        status
      }
    }
  }
`);

export const CLASS_LIST = operation<{
  trainingClass: {
    enrolments: { nodes: readonly { id: string; status: string; worker: { id: string } }[] } | null;
  } | null;
}>(/* GraphQL */ `
  query ClassList($id: ID!) {
    trainingClass(id: $id) {
      enrolments(first: 50) {
        nodes {
          id
          status
          worker {
            id
          }
        }
      }
    }
  }
`);

export const STATIONS_STAFFED = operation<{
  stations: { nodes: readonly { signage: string; status: string }[] };
}>(/* GraphQL */ `
  query StationsStaffed($within: RegionCode!) {
    stations(where: { regionCode: { within: $within } }, first: 50) {
      nodes {
        signage
        status
      }
    }
  }
`);

/** The resident of this unit fails the first time (聂家河镇). */
const FAILS_FIRST = '420581102';
const HOURS = 8;
const GOOD = 82;
const TOO_LOW = 52;

/** A class that the operator opened: whoever is proposed from now on is enrolled by the event. */
interface OpenedClass {
  readonly operator: number;
  readonly id: string;
}

/** Step 5, before anybody is proposed: each operator opens its pre-job class (TRA-2). */
export async function openPreJobClasses(
  story: Story,
  agencies: OperatorAgencies,
): Promise<readonly OpenedClass[]> {
  const classes = await forEach(OPERATORS, (operator) => openClass(story, operator, agencies));
  story.report(`     ${classes.length} pre-job classes open, one of each operator`);
  return classes;
}

/** Step 5, second half: the classes run, one resident fails, repeats and passes; then everybody is on duty. */
export async function trainRecruits(
  story: Story,
  {
    trainees,
    agencies,
    classes,
  }: Pick<Recruits, 'trainees'> & {
    readonly agencies: OperatorAgencies;
    readonly classes: readonly OpenedClass[];
  },
): Promise<void> {
  const { report } = story;
  const failing = trainees.find(({ station }) => station.unit.code === FAILS_FIRST);
  if (failing === undefined) throw new Error('Nobody was recruited for the unit whose resident fails first.');
  await forEach(classes, (opened) => {
    const sent = trainees.filter(({ station }) => station.unit.operator === opened.operator);
    return runClass(story, opened, sent, (recruit) => (recruit === failing ? TOO_LOW : GOOD));
  });
  report(
    `     ${trainees.length} trained; 1 resident failed with ${TOO_LOW} points and waits for the next class`,
  );
  const { operator } = failing.station.unit;
  const repeated = await openClass(story, operator, agencies);
  await runClass(story, repeated, [failing], () => GOOD);
  report('     the next class took that resident at its opening: passed');
  await awaitStaffed(story);
  report('     all are on duty, and every station has its STAFF');
}

async function openClass(
  { graph, today }: Story,
  operator: number,
  agencies: OperatorAgencies,
): Promise<OpenedClass> {
  const { planTrainingClass } = await graph.ask(operatorPersona(operator), PLAN_CLASS, {
    input: {
      programmeCode: 'PRE_JOB',
      regionCode: YIDU,
      organiserAgencyId: agencies.get(operator),
      venue: `宜都市社会组织孵化基地(${DEMO})`,
      startsOn: today,
      endsOn: today,
      hours: HOURS,
      capacity: 10,
      openAtOnce: true,
    },
  });
  return { operator, id: planTrainingClass.trainingClass.id };
}

async function runClass(
  { graph }: Story,
  { operator, id: classId }: OpenedClass,
  sent: readonly Recruit[],
  scoreOf: (recruit: Recruit) => number,
): Promise<void> {
  const persona = operatorPersona(operator);
  const { trainingClass } = await eventually({
    what: `${sent.length} recruits with a seat in the class of ${persona}`,
    look: () => graph.ask(persona, CLASS_LIST, { id: classId }),
    until: (seen) => seatsOf(seen.trainingClass).length === sent.length,
  });
  await graph.ask(persona, START_CLASS, { input: { classId } });
  const seats = seatsOf(trainingClass);
  const results = sent.map((recruit) => ({
    enrolmentId: seats.find(({ worker }) => worker.id === recruit.workerId)?.id,
    attendedHours: HOURS,
    score: scoreOf(recruit),
  }));
  await graph.ask(persona, ASSESS_CLASS, { input: { classId, results } });
}

type Listed = NonNullable<typeof CLASS_LIST.answers>['trainingClass'];

function seatsOf(listed: Listed) {
  return (listed?.enrolments?.nodes ?? []).filter(({ status }) => status === 'SEATED');
}

async function awaitStaffed({ graph }: Story): Promise<void> {
  await eventually({
    what: 'a head and a resident on duty in each of the eleven stations',
    look: () => graph.ask('yidu-bureau', STATIONS_STAFFED, { within: YIDU }),
    until: ({ stations }) => stations.nodes.every(({ status }) => status === 'STAFFED'),
  });
}
