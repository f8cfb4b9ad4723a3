import type { CalendarDate, Change, Recorded } from '@qianshou/kernel';
import { fail, pass, type Verdict } from '../../domain/class/assessment.ts';
import type { Enrolment, EnrolmentEvent, SeatedEnrolment } from '../../domain/class/enrolment-state.ts';
import {
  type CertificateEvent,
  issueCertificate,
  type TrainingCertificate,
} from '../../domain/certificate/training-certificate.ts';
import type { ClassInProgress } from '../../domain/class/class-state.ts';
import { creditHours, hoursOf } from '../hours/credit-hours.ts';
import type { Ports } from '../ports.ts';
import { dropNeedOf } from './drop-need-of.ts';
import { newCertificates } from './new-certificates.ts';
import { returnNeeds } from './return-needs.ts';

type Deps = Parameters<typeof returnNeeds>[0] &
  Parameters<typeof creditHours>[0] &
  Pick<Ports, 'certificates'>;

export interface Judged {
  readonly enrolment: SeatedEnrolment;
  readonly verdict: Verdict;
}

/** A pass gets its certificate under the next number of the series (TRA-6); who failed looks for the next class (TRA-2). */
export async function recordVerdicts(
  deps: Deps,
  group: ClassInProgress,
  judged: readonly Judged[],
  { day, recorded }: { readonly day: CalendarDate; readonly recorded: Recorded | null },
): Promise<readonly Enrolment[]> {
  const passed = judged.filter(({ verdict }) => verdict.outcome === 'PASSED').length;
  const fresh = (await newCertificates(deps, group, day, passed)).values();
  const certificates: Change<TrainingCertificate, CertificateEvent>[] = [];
  const enrolments: Change<Enrolment, EnrolmentEvent>[] = [];
  for (const { enrolment, verdict } of judged) {
    const certificate = verdict.outcome === 'PASSED' ? fresh.next().value : undefined;
    if (verdict.outcome === 'PASSED' && certificate !== undefined) {
      certificates.push(issueCertificate(enrolment, { ...certificate, hours: verdict.attendedHours }));
      enrolments.push(pass(enrolment, verdict, certificate));
    } else enrolments.push(fail(enrolment, verdict, day));
  }
  await deps.certificates.saveMany(certificates);
  await creditHours(deps, ...certificates.map(({ state }) => hoursOf(state, 1)));
  const saved = await deps.enrolments.saveMany(
    enrolments.map(({ state, events }) => ({ state: { ...state, resultRecorded: recorded }, events })),
  );
  await returnNeeds(deps, saved);
  const anew = saved.filter(
    ({ status, struckResults = [] }) => status === 'PASSED' && struckResults.length > 0,
  );
  for (const enrolment of anew) await dropNeedOf(deps, enrolment);
  return saved;
}
