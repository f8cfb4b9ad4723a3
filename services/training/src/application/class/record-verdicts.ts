import type { CalendarDate, Change } from '@qianshou/kernel';
import { fail, pass, type Verdict } from '../../domain/class/assessment.ts';
import type { Enrolment, EnrolmentEvent, SeatedEnrolment } from '../../domain/class/enrolment.ts';
import {
  type CertificateEvent,
  certificateNo,
  certificateSeries,
  issueCertificate,
  type TrainingCertificate,
} from '../../domain/certificate/training-certificate.ts';
import type { ClassInProgress } from '../../domain/class/training-class.ts';
import type { Ports } from '../ports.ts';
import { returnNeeds } from './return-needs.ts';

type Deps = Parameters<typeof returnNeeds>[0] & Pick<Ports, 'certificates'>;

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
  const certificates: Change<TrainingCertificate, CertificateEvent>[] = [];
  const enrolments: Change<Enrolment, EnrolmentEvent>[] = [];
  for (const { enrolment, verdict } of judged) {
    if (verdict.outcome === 'PASSED') {
      const certificate = { id: deps.newId('tct'), no: certificateNo(series, running), issuedOn: day };
      certificates.push(issueCertificate(enrolment, { ...certificate, hours: verdict.attendedHours }));
      enrolments.push(pass(enrolment, verdict, certificate));
      running += 1;
    } else enrolments.push(fail(enrolment, verdict, day));
  }
  await deps.certificates.saveMany(certificates);
  const saved = await deps.enrolments.saveMany(enrolments);
  await returnNeeds(deps, saved);
  return saved;
}
