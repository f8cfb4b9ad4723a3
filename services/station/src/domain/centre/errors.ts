import { defineError } from '@qianshou/kernel';

export const centreNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'CENTRE_NOT_FOUND',
  en: 'There is no guidance centre {id}.',
  zh: '没有编号为 {id} 的指导中心。',
});

export const centreAlreadyPlanned = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_ALREADY_PLANNED',
  rule: 'STA-5',
  en: 'The county has its one guidance centre already. Go on with that one, or close it first.',
  zh: '本县已设立一个指导中心。请在该中心上继续办理，或先将其关闭。',
});

export const centreNotPlanned = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_NOT_PLANNED',
  en: 'This needs a centre that is planned and not open yet; its status is {status:GuidanceCentreStatus}.',
  zh: '仅适用于筹建中的指导中心,当前状态为 {status:GuidanceCentreStatus}。',
});

export const centreLacksStaff = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_LACKS_STAFF',
  rule: 'STA-6',
  en: 'The centre needs two social workers on duty and an expert team; it lacks: {missing:words}. Provide what is missing first.',
  zh: '指导中心须有不少于两名专业社工和高校专家团队,尚缺:{missing:words}。请先补齐。',
});

export const centreClosed = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_CLOSED',
  en: 'The guidance centre was closed on {on}. The county may plan another one.',
  zh: '该指导中心已于 {on} 关闭,本县可另行立项。',
});

export const centreOperatorSame = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_OPERATOR_SAME',
  en: 'This agency runs the guidance centre already; nothing would change. Name another operator.',
  zh: '该指导中心已由该机构承接，无需更换。请指定其他承接机构。',
});

export const centreOperatorDayTaken = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_OPERATOR_DAY_TAKEN',
  en: 'The present operator took the centre on {on}; it neither changes again nor closes on that day or before. Give a later day than {on}.',
  zh: '现承接机构自 {on} 起承接，当日及此前不能再次更换或关闭。请填写晚于 {on} 的日期。',
});

export const centreOperatorBarred = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_OPERATOR_BARRED',
  rule: 'STA-13',
  en: 'The agency ran a station of this county that was graded unqualified for {gradedYear}; it takes part in no purchase of {year} here. Choose another operator.',
  zh: '该机构在本县承接的社工站 {gradedYear} 年度评估不合格，{year} 年度不得参与本县购买服务。请另选承接机构。',
});

export const centrePostingNotThere = defineError({
  kind: 'NOT_FOUND',
  code: 'CENTRE_POSTING_NOT_THERE',
  en: 'Nobody is on duty at this centre under: {postingIds}. Name postings of its present staff.',
  zh: '以下岗位不在该中心在岗名单中：{postingIds}。请填写该中心在岗人员的岗位编号。',
});

export const centreStruck = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_STRUCK',
  en: 'The guidance centre was struck out on {on}. Plan the right one anew.',
  zh: '该指导中心已于 {on} 作废。请重新立项。',
});

export const centreHasWorkers = defineError({
  kind: 'CONFLICT',
  code: 'CENTRE_HAS_WORKERS',
  rule: 'STA-6',
  en: '{workers} people are on duty at the centre: end their postings first, or close the centre.',
  zh: '该指导中心仍有 {workers} 名在岗人员。请先结束其派驻，或关闭该中心。',
});
