import { addDays, yearOf } from '@qianshou/kernel';
import { DEMO } from './demo.ts';
import { eventually } from './eventually.ts';
import { forEach } from './for-each.ts';
import { ASSESS_CLASS, PLAN_CLASS, START_CLASS } from './pre-job-training.ts';
import type { Recruit } from './recruitment.ts';
import type { Story } from './story.ts';
import {
  CANCEL_CERTIFICATE,
  ENROL_WORKER,
  FOLLOW_UP_SUPERVISION,
  HOURS_AND_PAPER,
  INTERRUPT_CLASS,
  MAKE_UP,
  PASS_RATES,
  RECORD_OUTCOME,
  RECORD_PRESENCE,
  RECORD_SESSION,
  RECORD_SUPERVISION,
  SUPERVISION_DUE,
} from './training-operations.ts';
import { operatorPersona, YIDU } from './yidu.ts';

const PEOPLE = 3;
const HOURS = 8;
const GOOD = 78;
const TOO_LOW = 55;
const RUNS = 'yidu-bureau';

/** A place of somebody in a class. */
interface Place {
  readonly recruit: Recruit;
  readonly enrolmentId: string;
}

/** Step 8, second half: a class that breaks off, the next one with a make-up, what a cancelled certificate takes along. */
export async function prepareForExam(story: Story, trainees: readonly Recruit[]): Promise<void> {
  const people = trainees.slice(0, PEOPLE);
  await breakOff(story, people);
  const { classId, places } = await classOf(story, people, { days: 1, key: 'held' });
  const [first] = places;
  if (first === undefined) throw new Error('Nobody came to the class that prepares for the exam.');
  const results = places.map(({ enrolmentId }) => ({
    enrolmentId,
    attendedHours: HOURS,
    score: enrolmentId === first.enrolmentId ? TOO_LOW : GOOD,
  }));
  await story.graph.ask(RUNS, ASSESS_CLASS, { input: { classId, results } });
  await makeUpAndCancel(story, first);
  await tellOutcomes(story, classId, places);
  await supervise(story, first.recruit);
}

/** The classroom is needed otherwise on the first evening: hours so far stay, and nobody failed. */
async function breakOff(story: Story, people: readonly Recruit[]): Promise<void> {
  const { graph, report, today } = story;
  const { classId, places } = await classOf(story, people, { days: 3, key: 'broken-off' });
  const { recordTrainingSession } = await graph.ask(RUNS, RECORD_SESSION, {
    input: { classId, heldOn: today, hours: HOURS, idempotencyKey: 'demo-session' },
  });
  const attendances = places.map(({ enrolmentId }) => ({ enrolmentId, presence: 'PRESENT' }));
  await graph.ask(RUNS, RECORD_PRESENCE, {
    input: { sessionId: recordTrainingSession.session.id, attendances, idempotencyKey: 'demo-register' },
  });
  const { interruptTrainingClass } = await graph.ask(RUNS, INTERRUPT_CLASS, {
    input: { classId, reason: `场地临时征用(${DEMO})`, idempotencyKey: 'demo-interrupt' },
  });
  const { enrolments, tally } = interruptTrainingClass.trainingClass;
  const [kept] = enrolments?.nodes ?? [];
  report(
    `     a class is interrupted on its first day: ${kept?.attendedHours} hours stay on record for each, ${tally?.failed} failed`,
  );
}

async function classOf(
  { graph, today }: Story,
  people: readonly Recruit[],
  { days, key }: { readonly days: number; readonly key: string },
): Promise<{ readonly classId: string; readonly places: readonly Place[] }> {
  const { planTrainingClass } = await graph.ask(RUNS, PLAN_CLASS, {
    input: {
      programmeCode: 'EXAM_PREP',
      regionCode: YIDU,
      venue: `宜都市指导中心(${DEMO})`,
      startsOn: today,
      endsOn: addDays(today, days - 1),
      hours: HOURS * days,
      capacity: 20,
      openAtOnce: true,
      idempotencyKey: `demo-class-${key}`,
    },
  });
  const classId = planTrainingClass.trainingClass.id;
  const places = await forEach(people, async (recruit) => {
    const { enrolWorker } = await graph.ask(RUNS, ENROL_WORKER, {
      input: { classId, workerId: recruit.workerId, idempotencyKey: `demo-${key}-${recruit.workerId}` },
    });
    return { recruit, enrolmentId: enrolWorker.enrolment.id };
  });
  await graph.ask(RUNS, START_CLASS, { input: { classId } });
  return { classId, places };
}

/** Whoever missed the score sits it once more; then the certificate turns out to be of somebody who was not there. */
async function makeUpAndCancel({ graph, report }: Story, { enrolmentId, recruit }: Place): Promise<void> {
  const { recordMakeUp } = await graph.ask(RUNS, MAKE_UP, {
    input: { enrolmentId, score: GOOD, idempotencyKey: 'demo-make-up' },
  });
  const { makeUp, certificate } = recordMakeUp.enrolment;
  report(`     one resident had ${makeUp?.scoreBefore} points, made up for it with ${makeUp?.score}: passed`);
  if (certificate === null) throw new Error('The make-up was passed, and there is no certificate.');
  const { id: certificateId, no, check } = certificate;
  const paper = { worker: recruit.workerId, no, check };
  const before = await graph.ask(RUNS, HOURS_AND_PAPER, paper);
  await graph.ask(RUNS, CANCEL_CERTIFICATE, {
    input: { certificateId, reason: `补考由他人代考(${DEMO})`, idempotencyKey: 'demo-cancel-certificate' },
  });
  const after = await graph.ask(RUNS, HOURS_AND_PAPER, paper);
  report(
    `     that certificate is cancelled: hours of the year ${hoursOf(before)} → ${hoursOf(after)}, genuine ${before.isTrainingCertificateGenuine?.genuine} → ${after.isTrainingCertificateGenuine?.genuine}`,
  );
}

type Seen = NonNullable<typeof HOURS_AND_PAPER.answers>;

function hoursOf({ socialWorker }: Seen): number {
  return socialWorker?.creditedHours?.[0]?.hours ?? 0;
}

/** TRA-5: asked at results day; who did not sit it counts in neither number. */
async function tellOutcomes(
  { graph, report, today }: Story,
  classId: string,
  places: readonly Place[],
): Promise<void> {
  for (const [at, { enrolmentId }] of places.entries()) {
    const outcome = { sat: at > 0, passed: at > 1, level: 'ASSISTANT', examYear: yearOf(today) };
    await graph.ask(RUNS, RECORD_OUTCOME, {
      input: { enrolmentId, ...outcome, idempotencyKey: `demo-outcome-${at}` },
    });
  }
  const { trainingClass } = await graph.ask(RUNS, PASS_RATES, { id: classId });
  const rate = trainingClass?.examPassRate;
  report(`     outcomes of the exam: ${rate?.numerator} of ${rate?.denominator} who sat it passed`);
}

/** TRA-8: the guidance centre supervises the people of a station, and the station says what it did about the advice. */
async function supervise({ graph, report, today }: Story, { station }: Recruit): Promise<void> {
  const { recordSupervision } = await graph.ask('guidance-centre', RECORD_SUPERVISION, {
    input: {
      stationId: station.id,
      form: 'GROUP',
      delivery: 'ONSITE',
      heldOn: today,
      hours: 3,
      participants: 2,
      topic: `个案记录督导(${DEMO})`,
      advice: `补齐个案计划(${DEMO})`,
      followUpBy: addDays(today, 14),
      idempotencyKey: 'demo-supervision',
    },
  });
  const { supervisionDue } = await eventually({
    what: 'the station supervised in this quarter',
    look: () => graph.ask('guidance-centre', SUPERVISION_DUE, { county: YIDU }),
    until: ({ supervisionDue: due }) => (due?.length ?? 0) > 0,
  });
  await graph.ask(operatorPersona(station.unit.operator), FOLLOW_UP_SUPERVISION, {
    input: {
      supervisionId: recordSupervision.supervision.id,
      text: `已补齐(${DEMO})`,
      idempotencyKey: 'demo-follow-up',
    },
  });
  report(
    `     the guidance centre supervises a station, which follows its advice; ${supervisionDue?.length} stations are due this quarter`,
  );
}
