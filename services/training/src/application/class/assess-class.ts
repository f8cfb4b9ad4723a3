import { type CalendarDate, chinaDay, type Command, decision, recordedBy, type Role } from '@qianshou/kernel';
import { assessmentDay, judge, type Result, requireSeated } from '../../domain/class/assessment.ts';
import type { ClassId, EnrolmentId } from '../../domain/ids.ts';
import { requireInProgress } from '../../domain/class/training-class.ts';
import type { Ports } from '../ports.ts';
import { heldHours } from './held-hours.ts';
import { onClass } from './class-decision.ts';
import { getParticipants } from './get-participants.ts';
import type { ClassAndEnrolments } from './record-attendance.ts';
import { recordVerdicts } from './record-verdicts.ts';
import { settleClass } from './settle-class.ts';

type Deps = Parameters<typeof recordVerdicts>[0] & Pick<Ports, 'sessions'>;

export interface AssessClassInput {
  readonly classId: ClassId;
  readonly assessedOn: CalendarDate | null;
  readonly results: readonly (Result & { readonly enrolmentId: EnrolmentId })[];
}

const RECORDERS: readonly Role[] = [
  'AGENCY_MANAGER',
  'COUNTY_CIVIL_AFFAIRS',
  'GUIDANCE_CENTRE',
  'PROVINCE_AUTHORITY',
  'PROJECT_OFFICE',
  'ADMIN',
];

/** The results of some participants or of all: together or not at all. With the last one the class is assessed. */
export const assessClass = (deps: Deps): Command<AssessClassInput, ClassAndEnrolments> =>
  decision(deps.unitOfWork, {
    ...onClass(deps),
    decide: async (found, { assessedOn, results }) => {
      const group = requireInProgress(found);
      const day = assessmentDay(group, assessedOn, deps.clock.now());
      const rows = await getParticipants(deps, group.id, results);
      const held = await heldHours(deps, group.id);
      const judged = rows.map(({ enrolment, row }) => ({
        enrolment: requireSeated(enrolment),
        verdict: judge(group, enrolment, row, held),
      }));
      return { group, judged, day };
    },
    save: async ({ group, judged, day }, { actor }) => {
      const recorded = recordedBy(actor, chinaDay(deps.clock.now()), {
        roles: RECORDERS,
        regions: [group.regionCode],
        agencies: group.organiserAgencyId === null ? [] : [group.organiserAgencyId],
      });
      const enrolments = await recordVerdicts(deps, group, judged, { day, recorded });
      return { trainingClass: await settleClass(deps, group), enrolments };
    },
  });
