import type { CalendarDate, Warning } from '@qianshou/kernel';
import { answerBy, signBy } from './purchase-days.ts';
import type { PurchaseProject } from './purchase-project.ts';

/** What is late in a purchase today, by the days of the law. */
export function purchaseWarnings(project: PurchaseProject, today: CalendarDate): readonly Warning[] {
  return [...unsigned(project, today), ...unanswered(project, today)];
}

function unsigned(project: PurchaseProject, today: CalendarDate): readonly Warning[] {
  const latest = signBy(project);
  if (project.status !== 'AWARDED' || latest === null || latest >= today) return [];
  return [
    {
      rule: 'FUN-6',
      since: latest,
      en: `The contract was to be signed by ${latest}, within 30 days of the award notice. Sign it and say why it is late, or close the purchase.`,
      zh: `中标（成交）通知书发出后 30 日内应签订合同，截止 ${latest} 仍未签订。请签订并说明理由，或结束该项目。`,
    },
  ];
}

function unanswered(project: PurchaseProject, today: CalendarDate): readonly Warning[] {
  return project.objections
    .filter((each) => each.answer === null && answerBy(each).day < today)
    .map((each) => ({
      rule: 'FUN-6',
      since: answerBy(each).day,
      figures: [{ name: 'OBJECTION', value: each.no }],
      en: `Objection ${each.no} was to be answered within 7 working days. Nothing goes on until it is.`,
      zh: `第 ${each.no} 号质疑应在收到后 7 个工作日内答复，现已逾期，采购活动暂停。`,
    }));
}
