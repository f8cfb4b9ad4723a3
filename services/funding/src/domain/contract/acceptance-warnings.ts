import { addDays, type CalendarDate, type Warning } from '@qianshou/kernel';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Contract } from './contract.ts';

/** Ours, no law sets them: when a service that ended is accepted, and a result is published. */
const ACCEPTED_WITHIN_DAYS = 30;
const PUBLISHED_WITHIN_WORKING_DAYS = 7;

/** FUN-9: the service is accepted once it ended, and the result is published in time. */
export function acceptanceWarnings(contract: Contract, today: CalendarDate): readonly Warning[] {
  return [...notAccepted(contract, today), ...notPublished(contract, today)];
}

function notAccepted({ endsOn, acceptances }: Contract, today: CalendarDate): readonly Warning[] {
  const day = addDays(endsOn, ACCEPTED_WITHIN_DAYS);
  if (acceptances.length > 0 || today <= day) return [];
  return [
    {
      rule: 'FUN-9',
      since: day,
      en: `The service ended on ${endsOn} and was not accepted within ${ACCEPTED_WITHIN_DAYS} days, by ${day}. Accept it together with its recipients (recordAcceptance).`,
      zh: `服务已于 ${endsOn} 结束，${ACCEPTED_WITHIN_DAYS} 日内（截止 ${day}）未验收。请邀请服务对象参与验收（recordAcceptance）。`,
    },
  ];
}

function notPublished({ acceptances }: Contract, today: CalendarDate): readonly Warning[] {
  return acceptances.flatMap(({ no, acceptedOn, publishedOn }) => {
    const { day } = addWorkingDays(acceptedOn, PUBLISHED_WITHIN_WORKING_DAYS);
    if ((publishedOn ?? today) <= day) return [];
    return [
      {
        rule: 'FUN-9',
        since: day,
        figures: [{ name: 'ACCEPTANCE', value: no }],
        en: `The result of acceptance ${no} was to be published within ${PUBLISHED_WITHIN_WORKING_DAYS} working days, by ${day}; ${publishedOn === null ? 'publish it (publishAcceptance)' : `it was on ${publishedOn}`}.`,
        zh: `第 ${no} 次验收结果应于 ${PUBLISHED_WITHIN_WORKING_DAYS} 个工作日内（截止 ${day}）公示；${publishedOn === null ? '请尽快公示（publishAcceptance）' : `实际公示于 ${publishedOn}`}。`,
      },
    ];
  });
}
