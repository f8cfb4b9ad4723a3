import type { CalendarDate, RegionCode } from '@qianshou/kernel';
import type { ClocksBefore } from '../../domain/qualification/certificate-facts.ts';
import type { WorkerId } from '../../domain/ids.ts';
import { NO_LOCAL_POLICY } from '../../domain/reference/workplace.ts';
import type { Ports } from '../ports.ts';

export interface NextPost {
  readonly workerId: WorkerId;
  readonly countyCode: RegionCode;
  readonly on: CalendarDate;
}

/** PER-9: what a post that begins carries over, by the policy that rules in its county on that day. */
export async function clocksBefore(
  { policies, postings }: Pick<Ports, 'policies' | 'postings'>,
  { workerId, countyCode, on }: NextPost,
): Promise<ClocksBefore> {
  const [policy = NO_LOCAL_POLICY] = await policies.inForce([countyCode], on);
  return { ...policy, held: await postings.listClocked(workerId, countyCode) };
}
