import type { RegionCode } from '@qianshou/kernel';
import { type Applicant, applicantFor, concernsOf } from '../../domain/class/applicant.ts';
import type { AgencyId } from '../../domain/ids.ts';
import type { TrainingNeed } from '../../domain/need/training-need.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'workers' | 'agencies' | 'recipientCounties'>;

/** Those whom events sent, as a class takes them: what the rules read of all of them is read at once. */
export async function applicantsFor(
  deps: Deps,
  needs: readonly TrainingNeed[],
): Promise<readonly Applicant[]> {
  if (needs.length === 0) return [];
  const workers = await deps.workers.findMany(needs.map(({ workerId }) => workerId));
  const onRecipientSide = await recipientSides(
    deps,
    needs.map(({ countyCode }, at) => ({ countyCode, agencyId: workers[at]?.employerAgencyId ?? null })),
  );
  return needs.map((need, at) => {
    const worker = workers[at] ?? null;
    // The two years run only for those who meet the exam's conditions, so a deadline says it.
    const examEligible = need.kind === 'EXAM_PREP' || worker?.examEligible === true;
    const concerns = concernsOf(need.kind, { examEligible, recipientSide: onRecipientSide[at] === true });
    return applicantFor(need, worker, concerns);
  });
}

interface Side {
  readonly countyCode: RegionCode;
  readonly agencyId: AgencyId | null;
}

/** TRA-1: a recipient agency, or a county that receives help; in the order asked for. */
export async function recipientSides(
  { agencies, recipientCounties }: Pick<Ports, 'agencies' | 'recipientCounties'>,
  sides: readonly Side[],
): Promise<readonly boolean[]> {
  const helped = new Set(await recipientCounties.among([...new Set(sides.map((side) => side.countyCode))]));
  const employers = [...new Set(sides.flatMap(({ agencyId }) => agencyId ?? []))];
  const known = employers.length === 0 ? [] : await agencies.findMany(employers);
  const receiving = new Set(known.flatMap((agency) => (agency?.canReceive === true ? [agency.id] : [])));
  return sides.map(
    ({ countyCode, agencyId }) => helped.has(countyCode) || (agencyId !== null && receiving.has(agencyId)),
  );
}
