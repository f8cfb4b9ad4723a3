import { defineError } from '@qianshou/kernel';

export const agencyMergedWithItself = defineError({
  kind: 'INVALID',
  code: 'AGENCY_MERGED_WITH_ITSELF',
  en: 'Both ids lead to the agency {agencyName} ({creditCode}). Name two entries that are to become one.',
  zh: '两个编号均为机构“{agencyName}”({creditCode})。请填写待合并的两条机构记录。',
});

export const agencyAlreadyMerged = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_ALREADY_MERGED',
  en: 'The entry {agencyName} ({creditCode}) was merged into another agency already: its code and its id lead there. Name that one instead.',
  zh: '机构“{agencyName}”({creditCode})已并入另一机构,其代码与编号均指向该机构。请改用该机构。',
});

export const agenciesOverlap = defineError({
  kind: 'CONFLICT',
  code: 'AGENCIES_OVERLAP',
  rule: 'PAIR-1',
  en: 'The two entries have been in pairings that one agency cannot have had: {pairNo} and {otherPairNo}. Strike out or end the one that is a mistake first.',
  zh: '两条机构记录的结对 {pairNo} 与 {otherPairNo} 相互重叠,不可能属于同一机构。请先作废或结束其中有误的结对。',
});

export const agencyChangeBreaksPairing = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_CHANGE_BREAKS_PAIRING',
  en: 'The pairing {pairNo} is open and rests on what is to be changed ({brokenRule}). End that pairing first.',
  zh: '结对 {pairNo} 尚在进行,并以拟变更的内容为前提({brokenRule})。请先结束该结对。',
});
