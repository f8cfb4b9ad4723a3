import type { CalendarDate } from '@qianshou/kernel';
import { fail, pass, type Verdict } from '../domain/assessment.ts';
import type { Enrolment, SeatedEnrolment } from '../domain/enrolment.ts';
import { certificateNo, certificateSeries, issueCertificate } from '../domain/training-certificate.ts';
import type { ClassInProgress } from '../domain/training-class.ts';
import type { Ports } from './ports.ts';
import { returnNeed } from './return-needs.ts';

type Deps = Parameters<typeof returnNeed>[0] & Pick<Ports, 'certificates'>;

export interface Judged {
  readonly enrolment: SeatedEnrolment;
  readonly verdict: Verdict;
}

/** A pass gets its certificate under the next number of the series (TRA-6); who failed looks for the next class (TRA-2). */
export async function recordVerdicts(
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
