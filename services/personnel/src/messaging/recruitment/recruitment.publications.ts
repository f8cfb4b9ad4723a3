import type { Publication } from '@qianshou/events';
import { standingApplicants } from '../../domain/recruitment/applicants.ts';
import { takenOf } from '../../domain/recruitment/recruitment-decisions.ts';
import type { RecruitmentEvent, RecruitmentNotice } from '../../domain/recruitment/recruitment-notice.ts';

/** Numbers and days: who applied is told to nobody. */
export function publishRecruitmentEvent(event: RecruitmentEvent, notice: RecruitmentNotice): Publication {
  const { id: noticeId, stationId, townshipCode, countyCode, operatorAgencyId, postCount } = notice;
  const data = { noticeId, stationId, townshipCode, countyCode, operatorAgencyId, postCount };
  const regionCode = townshipCode;
  const { openedOn, closesOn } = notice;
  switch (event.type) {
    case 'recruitment.opened': {
      const opened = { ...data, openedOn, closesOn };
      return { type: 'qianshou.personnel.recruitment-opened.v1', data: opened, regionCode };
    }
    case 'recruitment.corrected': {
      const corrected = { ...data, closesOn, before: event.before };
      return { type: 'qianshou.personnel.recruitment-corrected.v1', data: corrected, regionCode };
    }
    case 'recruitment.announced':
      return {
        type: 'qianshou.personnel.recruitment-announced.v1',
        data: { ...data, taken: takenOf(notice).length, announcedTo: notice.announcedTo ?? openedOn },
        regionCode,
      };
    case 'recruitment.signed': {
      const signed = { ...data, party: event.party };
      return { type: 'qianshou.personnel.recruitment-signed.v1', data: signed, regionCode };
    }
    case 'recruitment.concluded': {
      const concluded = { ...data, taken: takenOf(notice).length };
      return { type: 'qianshou.personnel.recruitment-concluded.v1', data: concluded, regionCode };
    }
    case 'recruitment.applicants-erased': {
      const erased = { ...data, erased: event.erased };
      return { type: 'qianshou.personnel.recruitment-applicants-erased.v1', data: erased, regionCode };
    }
    default: {
      const counted = { ...data, applicants: standingApplicants(notice).length };
      return { type: COUNTED[event.type], data: counted, regionCode };
    }
  }
}

const COUNTED = {
  'recruitment.applicants-changed': 'qianshou.personnel.recruitment-applicants-changed.v1',
  'recruitment.closed': 'qianshou.personnel.recruitment-closed.v1',
  'recruitment.reopened': 'qianshou.personnel.recruitment-reopened.v1',
  'recruitment.cancelled': 'qianshou.personnel.recruitment-cancelled.v1',
} as const;
