import type { Actor, CalendarDate } from '@qianshou/kernel';
import {
  assessmentDay,
  fail,
  judge,
  pass,
  type Result,
  requireSeated,
  type Verdict,
} from '../domain/assessment.ts';
import type { Enrolment, SeatedEnrolment } from '../domain/enrolment.ts';
import type { ClassId, EnrolmentId } from '../domain/ids.ts';
import { mayRun } from '../domain/policy.ts';
import { certificateNo, certificateSeries, issueCertificate } from '../domain/training-certificate.ts';
import { type ClassInProgress, requireInProgress } from '../domain/training-class.ts';
import { getParticipants } from './get-participants.ts';
import { holdClass } from './hold-class.ts';
import type { Ports } from './ports.ts';
import type { ClassAndEnrolments } from './record-attendance.ts';
import { returnNeed } from './return-needs.ts';
import { settleClass } from './settle-class.ts';

type Deps = Parameters<typeof returnNeed>[0] & Pick<Ports, 'certificates'>;

export interface AssessClassInput {
  readonly classId: ClassId;
  readonly assessedOn: CalendarDate | null;
  readonly results: readonly (Result & { readonly enrolmentId: EnrolmentId })[];
}

interface Judged {
  readonly enrolment: SeatedEnrolment;
  readonly verdict: Verdict;
}

/** The results of some participants or of all: together or not at all. With the last one the class is assessed. */
export const assessClass =
  (deps: Deps) =>
  (input: AssessClassInput, actor: Actor): Promise<ClassAndEnrolments> =>
    deps.unitOfWork.run(async () => {
      const group = requireInProgress(await authorised(deps, input.classId, actor));
      const day = assessmentDay(group, input.assessedOn, deps.clock.now());
      const rows = await getParticipants(deps, group.id, input.results);
      const judged = rows.map(({ enrolment, row }) => ({
        enrolment: requireSeated(enrolment),
        verdict: judge(group, enrolment, row),
      }));
      const enrolments = await recordVerdicts(deps, group, judged, day);
      return { trainingClass: await settleClass(deps, group), enrolments };
    });

async function authorised(deps: Deps, id: ClassId, actor: Actor) {
  const group = await holdClass(deps, id);
  mayRun(actor, group);
  return group;
}

async function recordVerdicts(
  deps: Deps,
  group: ClassInProgress,
  judged: readonly Judged[],
  day: CalendarDate,
): Promise<readonly Enrolment[]> {
  const series = certificateSeries(group, day);
  const passed = judged.filter(({ verdict }) => verdict.outcome === 'PASSED').length;
  let running = passed === 0 ? 0 : await deps.certificates.reserveNumbers(series, passed);
  const saved: Enrolment[] = [];
  for (const { enrolment, verdict } of judged) {
    if (verdict.outcome === 'PASSED') {
      saved.push(await certify(deps, enrolment, verdict, { no: certificateNo(series, running), day }));
      running += 1;
    } else {
      const failed = await deps.enrolments.save(fail(enrolment, verdict, day));
      await returnNeed(deps, failed);
      saved.push(failed);
    }
  }
  return saved;
}

async function certify(
  { enrolments, certificates, newId }: Deps,
  enrolment: SeatedEnrolment,
  verdict: Extract<Verdict, { attendedHours: number }>,
  { no, day }: { readonly no: string; readonly day: CalendarDate },
): Promise<Enrolment> {
  const certificate = { id: newId('tct'), no, issuedOn: day, hours: verdict.attendedHours };
  await certificates.save(issueCertificate(enrolment, certificate));
  return enrolments.save(pass(enrolment, verdict, certificate));
}
