import { defineError } from '@qianshou/kernel';

export const employmentNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'EMPLOYMENT_NOT_FOUND',
  en: 'There is no employment {id}.',
  zh: '没有编号为 {id} 的聘用记录。',
});

export const employmentOpenAlready = defineError({
  kind: 'CONFLICT',
  code: 'EMPLOYMENT_OPEN_ALREADY',
  en: 'This person is employed since {employedFrom} already, and nobody has two employers at once. End that employment first, or let its agency offer a transfer.',
  zh: '该人员自 {employedFrom} 起已有在聘记录,不能同时受聘于两家。请先终止原聘用,或由原机构发起调动。',
});

export const employmentOverlaps = defineError({
  kind: 'CONFLICT',
  code: 'EMPLOYMENT_OVERLAPS',
  en: 'From {employedFrom} on this person was employed elsewhere in the same days. Correct the days.',
  zh: '与自 {employedFrom} 起的另一聘用记录日期重叠。请更正日期。',
});

export const employmentDaysImplausible = defineError({
  kind: 'INVALID',
  code: 'EMPLOYMENT_DAYS_IMPLAUSIBLE',
  en: 'An employment begins at the working age and by today, and ends on or after its first day and by today: {employedFrom} to {employedTo}. Check the days.',
  zh: '聘用须始于法定工作年龄之后且不晚于今天,止于起始日当天或之后且不晚于今天:{employedFrom} 至 {employedTo} 有误,请核对。',
});

export const employmentEndedAlready = defineError({
  kind: 'CONFLICT',
  code: 'EMPLOYMENT_ENDED_ALREADY',
  en: 'This employment ended on {employedTo} already. Correct it if that is wrong.',
  zh: '该聘用已于 {employedTo} 终止。如有误请更正。',
});

export const employmentNotOpen = defineError({
  kind: 'CONFLICT',
  code: 'EMPLOYMENT_NOT_OPEN',
  en: 'No agency employs this person today, so that there is nothing to transfer. Record an employment.',
  zh: '该人员目前没有在聘记录,无可调动。请直接登记聘用。',
});

export const transferNotOffered = defineError({
  kind: 'CONFLICT',
  code: 'TRANSFER_NOT_OFFERED',
  en: 'No transfer of this person waits for your agency. Let the agency that employs them offer it.',
  zh: '没有待贵机构确认的调动。请由原聘用机构发起。',
});

export const transferToTheSame = defineError({
  kind: 'INVALID',
  code: 'TRANSFER_TO_THE_SAME',
  en: 'This agency employs the person already. Name another.',
  zh: '该机构即为现聘用机构。请填写其他机构。',
});
