import type { Actor, Role } from './actor.ts';
import { addDays, type CalendarDate } from './calendar-date.ts';
import { defineError, notPermitted } from './errors.ts';
import type { Recorded } from './recorded.ts';
import { isWithin, type RegionCode } from './region-code.ts';

/** How many days whoever recorded a fact may put it right, where no policy of the region says otherwise. */
export const CORRECTION_DAYS = 7;

/** What answers who may strike a fact out or correct it. */
export interface PuttingRight {
  /** Absent in rows of before, null where nobody in particular recorded it: who oversees `office` alone may. */
  readonly recorded?: Recorded | null | undefined;
  /** Whether who asks may record such a fact there today, by the policy of the service. */
  readonly mayRecord: boolean;
  /** The lowest office that records such facts; of a decision, the office that takes it. */
  readonly office: Role;
  /** A decision of that office: it alone may put it right, and no other that oversees or wrote it down. */
  readonly isDecision?: boolean;
  /** Where the fact lies. */
  readonly regions: readonly RegionCode[];
  readonly today: CalendarDate;
  /** By the policy of the region. */
  readonly days?: number;
}

/** The next higher office of whoever records. */
const OVERSEERS: Readonly<Partial<Record<Role, Role>>> = {
  SOCIAL_WORKER: 'COUNTY_CIVIL_AFFAIRS',
  AGENCY_MANAGER: 'COUNTY_CIVIL_AFFAIRS',
  TOWNSHIP_CIVIL_AFFAIRS: 'COUNTY_CIVIL_AFFAIRS',
  GUIDANCE_CENTRE: 'COUNTY_CIVIL_AFFAIRS',
  EVALUATOR: 'COUNTY_CIVIL_AFFAIRS',
  COUNTY_CIVIL_AFFAIRS: 'PROVINCE_AUTHORITY',
  FINANCE_AUDITOR: 'PROVINCE_AUTHORITY',
  PROVINCE_AUTHORITY: 'PROJECT_OFFICE',
  PROJECT_OFFICE: 'ADMIN',
};

export function overseerOf(office: Role): Role {
  return OVERSEERS[office] ?? 'ADMIN';
}

/** Whoever recorded a fact may put it right for some days, whoever oversees them always; a decision, its office alone. */
export function canPutRight(actor: Actor, fact: PuttingRight): boolean {
  if (fact.isDecision === true) return holds(actor, fact.office, fact.regions);
  return isRecorderInTime(actor, fact) || holds(actor, overseer(fact), fact.regions);
}

export function mayPutRight(actor: Actor, fact: PuttingRight): void {
  if (canPutRight(actor, fact)) return;
  if (!isConcerned(actor, fact)) throw notPermitted();
  if (fact.isDecision === true) throw decidedByOthers({ office: fact.office });
  throw recordedByOthers({ days: fact.days ?? CORRECTION_DAYS, overseer: overseer(fact) });
}

/** Others learn nothing of who recorded it. */
function isConcerned(actor: Actor, { mayRecord, regions }: PuttingRight): boolean {
  return mayRecord || Object.values(OVERSEERS).some((office) => holds(actor, office, regions));
}

function isRecorderInTime(actor: Actor, { recorded, mayRecord, today, days }: PuttingRight): boolean {
  if (!mayRecord || recorded === null || recorded === undefined || recorded.by !== actor.subject)
    return false;
  return today <= addDays(recorded.on, days ?? CORRECTION_DAYS);
}

/** What the platform's administrator enters, it enters on behalf of the office whose fact it is. */
function overseer({ recorded, office }: PuttingRight): Role {
  const role = recorded?.role ?? office;
  return OVERSEERS[role] ?? overseerOf(office);
}

/** Grants over an agency, a worker or the whole nation name no region. */
function holds({ grants }: Actor, office: Role, regions: readonly RegionCode[]): boolean {
  return grants.some(
    ({ role, region }) =>
      role === office &&
      (region === undefined ? !REGIONAL.includes(role) : regions.some((code) => isWithin(code, region))),
  );
}

const REGIONAL: readonly Role[] = [
  'PROVINCE_AUTHORITY',
  'COUNTY_CIVIL_AFFAIRS',
  'TOWNSHIP_CIVIL_AFFAIRS',
  'FINANCE_AUDITOR',
  'GUIDANCE_CENTRE',
  'EVALUATOR',
];

export const recordedByOthers = defineError({
  kind: 'FORBIDDEN',
  code: 'RECORDED_BY_OTHERS',
  en: 'Whoever recorded this may put it right for {days} days; afterwards, and for everybody else’s records, only {overseer:Role} may. Ask them, and name the document that shows what is right.',
  zh: '登记人可在 {days} 天内更正或作废；逾期或非本人登记的，仅{overseer:Role}可以更正。请提供依据并联系该部门。',
});

export const decidedByOthers = defineError({
  kind: 'FORBIDDEN',
  code: 'DECIDED_BY_OTHERS',
  en: 'This was decided by {office:Role}, and only they may put it right. Ask them, and name the document that shows what is right.',
  zh: '该事项由{office:Role}决定，仅该部门可以更正或作废。请提供依据并联系该部门。',
});
