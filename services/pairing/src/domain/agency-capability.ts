import { badInput, publicName, type Written } from '@qianshou/kernel';
import type { Capability } from './agency.ts';

const MOST_STAFF = 100_000;
const MOST_FOCUS_AREAS = 10;

/** What a home authority attests, within what can be. */
export function checkedCapability(capability: Written<Capability>): Capability {
  const { canDispatch, canReceive, canOperate, evaluationGrade, fullTimeStaff, certifiedStaff } = capability;
  requireStaff(fullTimeStaff, 'fullTimeStaff');
  requireStaff(certifiedStaff, 'certifiedStaff');
  if (fullTimeStaff !== null && certifiedStaff !== null && certifiedStaff > fullTimeStaff)
    throw badInput({ field: 'certifiedStaff', reason: 'more than the full-time staff' });
  if (capability.focusAreas.length > MOST_FOCUS_AREAS)
    throw badInput({ field: 'focusAreas', reason: `name at most ${MOST_FOCUS_AREAS}` });
  const focusAreas = capability.focusAreas.map((area) => publicName(area, 'focusAreas', 50));
  return {
    canDispatch,
    canReceive,
    canOperate,
    evaluationGrade,
    fullTimeStaff,
    certifiedStaff,
    focusAreas: [...new Set(focusAreas)],
  };
}

function requireStaff(count: number | null, field: string): void {
  if (count === null || (Number.isInteger(count) && count >= 0 && count <= MOST_STAFF)) return;
  throw badInput({ field, reason: `expected a whole number from 0 to ${MOST_STAFF}` });
}
