import { defineError } from '@qianshou/kernel';

export const supervisionNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'SUPERVISION_NOT_FOUND',
  en: 'There is no such supervision session.',
  zh: '没有该督导记录。',
});

export const supervisorHelpsNobodyThere = defineError({
  kind: 'CONFLICT',
  code: 'SUPERVISOR_HELPS_NOBODY_THERE',
  rule: 'TRA-8',
  en: 'Supervision belongs to the guidance centre or to an agency whose pairing works in {countyCode}; {agencyName} has none there. Record it for the one that supervised.',
  zh: '督导由指导中心或在 {countyCode} 开展结对帮扶的援派机构承担,机构“{agencyName}”在该县没有结对。请登记实际督导方。',
});

export const supervisionWithoutFollowUp = defineError({
  kind: 'CONFLICT',
  code: 'SUPERVISION_WITHOUT_FOLLOW_UP',
  rule: 'TRA-8',
  en: 'This session left nothing to follow up. Correct it with correctSupervision where it did.',
  zh: '该次督导没有需跟进的事项。如有,请用 correctSupervision 更正。',
});

export const supervisionFollowedUp = defineError({
  kind: 'CONFLICT',
  code: 'SUPERVISION_FOLLOWED_UP',
  rule: 'TRA-8',
  en: 'Its advice was followed up on {on} already. Record what came later as another session.',
  zh: '该次督导建议已于 {on} 跟进完成。后续情况请另行登记督导。',
});
