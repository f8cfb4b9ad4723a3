import {
  type ActionRule,
  type Actor,
  type CalendarDate,
  canPutRight,
  offered,
  type PuttingRight,
} from '@qianshou/kernel';
import { isBureau } from '../policy.ts';
import { missingParties } from '../posting/signatures.ts';
import { canRecruit, partyThatSigns } from './policy.ts';
import type { RecruitmentNotice } from './recruitment-notice.ts';

type Party = 'RECRUITS' | 'BUREAU' | 'SIGNS' | 'PUTS_RIGHT';

type Facts = readonly [RecruitmentNotice, CalendarDate];

const goesOn = ({ status }: RecruitmentNotice): boolean => status !== 'CONCLUDED' && status !== 'CANCELLED';

const isOpen = ({ status }: RecruitmentNotice): boolean => status === 'OPEN';

const ACTIONS = {
  RECORD_APPLICANT: { by: 'RECRUITS', when: isOpen },
  WITHDRAW_APPLICANT: { by: 'RECRUITS', when: (notice) => goesOn(notice) && notice.applicants.length > 0 },
  CLOSE: { by: 'RECRUITS', when: (notice, today) => isOpen(notice) && today >= notice.closesOn },
  ANNOUNCE: { by: 'BUREAU', when: ({ status }) => status === 'CLOSED' },
  SIGN: {
    by: 'SIGNS',
    when: ({ status, announcedTo }, today) =>
      status === 'ANNOUNCED' && announcedTo !== null && today > announcedTo,
  },
  CANCEL: { by: 'BUREAU', when: goesOn },
  CORRECT: { by: 'PUTS_RIGHT', when: isOpen },
} as const satisfies Record<string, ActionRule<Party, Facts>>;

export type RecruitmentAction = keyof typeof ACTIONS;

/** Whoever recruits records it; the bureau oversees them. */
export function puttingRight(notice: RecruitmentNotice, actor: Actor, today: CalendarDate): PuttingRight {
  return {
    recorded: notice.recorded,
    mayRecord: canRecruit(actor, notice),
    office: 'AGENCY_MANAGER',
    regions: [notice.countyCode],
    today,
  };
}

/** What this caller may do with this notice now. */
export function recruitmentActions(
  actor: Actor,
  notice: RecruitmentNotice,
  today: CalendarDate,
): readonly RecruitmentAction[] {
  const party = partyThatSigns(actor, notice);
  const parties = {
    RECRUITS: canRecruit(actor, notice),
    BUREAU: isBureau(actor, notice.countyCode),
    SIGNS: party !== null && missingParties(notice).includes(party),
    PUTS_RIGHT: canPutRight(actor, puttingRight(notice, actor, today)),
  };
  return offered<RecruitmentAction, Party, Facts>(ACTIONS, parties, notice, today);
}
