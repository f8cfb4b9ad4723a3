import {
  type Actor,
  type CorrectionTime,
  isCounty,
  NATION,
  type PuttingRight,
  type Recorded,
  type Role,
} from '@qianshou/kernel';
import { canRun, type Organised } from '../policy.ts';
import { isNational } from '../programme/programme.ts';

/** Whoever runs a class records what happens in it; who oversees them puts right what is older, or another's. */
export function puttingRight(
  actor: Actor,
  group: Organised,
  recorded: Recorded | null | undefined,
  time: CorrectionTime,
): PuttingRight {
  return {
    recorded,
    mayRecord: canRun(actor, group),
    office: officeOf(group),
    regions: [group.regionCode],
    ...time,
  };
}

function officeOf({ kind, regionCode, national = isNational(kind) }: Organised): Role {
  if (kind === 'PRE_JOB') return 'AGENCY_MANAGER';
  if (national && regionCode === NATION) return 'PROJECT_OFFICE';
  return isCounty(regionCode) ? 'COUNTY_CIVIL_AFFAIRS' : 'PROVINCE_AUTHORITY';
}
