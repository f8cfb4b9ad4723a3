import { yearOf } from '@qianshou/kernel';
import type { TrainingCertificate } from '../../domain/certificate/training-certificate.ts';
import { credit, type Credit } from '../../domain/hours/credited-hours.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'hoursOfYears' | 'newId' | 'unitOfWork'>;

/** TRA-4: the sums of the years follow the certificates, in their transaction. */
export async function creditHours(deps: Deps, ...credits: readonly Credit[]): Promise<void> {
  const due = credits.filter(({ hours }) => hours !== 0);
  if (due.length === 0) return;
  const keys = [...new Set(due.map(({ workerId }) => `hours:${workerId}`))].toSorted();
  await deps.unitOfWork.hold(...keys);
  const known = await deps.hoursOfYears.ofWorkers(due.map(({ workerId }) => workerId));
  await deps.hoursOfYears.saveMany(
    due.map((each) => {
      const standing = known.find(({ workerId, year }) => workerId === each.workerId && year === each.year);
      return credit(standing ?? null, each, deps.newId('crh'));
    }),
  );
}

/** What a certificate gives, or with another sign takes back. */
export function hoursOf(
  {
    workerId,
    countyCode,
    issuedOn,
    hours,
  }: Pick<TrainingCertificate, 'workerId' | 'countyCode' | 'issuedOn' | 'hours'>,
  sign: 1 | -1,
): Credit {
  return { workerId, countyCode, year: yearOf(issuedOn), on: issuedOn, hours: sign * hours };
}
