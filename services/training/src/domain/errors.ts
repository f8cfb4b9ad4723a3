import { defineError } from '@qianshou/kernel';

export const enrolmentNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'ENROLMENT_NOT_FOUND',
  en: 'There is no such enrolment.',
  zh: '没有该报名记录。',
});

export const classOrganiserIsNoOperator = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_ORGANISER_IS_NO_OPERATOR',
  rule: 'TRA-2',
  en: 'The agency {agencyName} may not operate stations now, so it cannot organise their pre-job training. Choose another organiser.',
  zh: '机构“{agencyName}”目前不具备承接社工站的资格,不能组织岗前培训。请另选组织机构。',
});

export const classOrganiserRunsNothing = defineError({
  kind: 'CONFLICT',
  code: 'TRAINING_CLASS_ORGANISER_RUNS_NOTHING_THERE',
  rule: 'TRA-2',
  en: 'The agency {agencyName} runs no station and no guidance centre in {countyCode}, so it trains nobody for a post there. Choose the operator of stations of that county.',
  zh: '机构“{agencyName}”在 {countyCode} 未承接社工站或指导中心,不能在该县组织岗前培训。请选择该县的承接机构。',
});

export const certificateNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'TRAINING_CERTIFICATE_NOT_FOUND',
  en: 'There is no such certificate of completion.',
  zh: '没有该结业证书。',
});
