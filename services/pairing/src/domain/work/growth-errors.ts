import { defineError } from '@qianshou/kernel';

export const grownIsParty = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_GROWN_IS_PARTY',
  rule: 'PAIR-9',
  en: 'The agency {agencyName} ({creditCode}) is a side of this pairing itself: what a pairing grows is another agency of the county.',
  zh: '机构“{agencyName}”({creditCode})是本结对的一方;PAIR-9 培育的应为当地另一家机构。',
});

export const agencyGrownElsewhere = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_GROWN_ELSEWHERE',
  rule: 'PAIR-9',
  en: 'The agency {agencyName} ({creditCode}) is counted by the pairing {pairNo} already. Name another agency.',
  zh: '机构“{agencyName}”({creditCode})已计入结对 {pairNo} 的培育成果，请另填机构。',
});

export const agencyNotGrownHere = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_NOT_GROWN_HERE',
  rule: 'PAIR-9',
  en: 'The agency {agencyName} ({creditCode}) is not one of the county {countyCode}, or has been counted already. Name one that is registered there.',
  zh: '机构“{agencyName}”({creditCode})不是 {countyCode} 的本地机构,或已计入。请填写在该县登记且未计入的机构。',
});

export const grownNotCounted = defineError({
  kind: 'NOT_FOUND',
  code: 'AGENCY_NOT_COUNTED_AS_GROWN',
  en: 'The pairing {pairNo} does not count this agency as grown. Name one of its `agenciesGrown`.',
  zh: '结对 {pairNo} 未将该机构计为培育机构。请从其培育机构中选择。',
});

export const traineeNamedAlready = defineError({
  kind: 'CONFLICT',
  code: 'TRAINEE_NAMED_ALREADY',
  rule: 'PAIR-10',
  en: 'The pairing {pairNo} named this person to be trained already. Strike out the one who is wrong instead (`strikeTrainee`).',
  zh: '结对 {pairNo} 已将该人员确定为培养对象。请改为作废有误的人员(strikeTrainee)。',
});

export const traineeNotNamed = defineError({
  kind: 'NOT_FOUND',
  code: 'TRAINEE_NOT_NAMED',
  en: 'The pairing {pairNo} did not name this person to be trained. Check the id of the person.',
  zh: '结对 {pairNo} 未将该人员确定为培养对象。请核对人员编号。',
});
