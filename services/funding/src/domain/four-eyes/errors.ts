import { defineError } from '@qianshou/kernel';

export const fourEyesSwitchNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'FOUR_EYES_SWITCH_NOT_FOUND',
  en: 'There is no setting {id}. Read fourEyesPairs.',
  zh: '未找到设置 {id}。请查看 fourEyesPairs。',
});

export const fourEyesFixed = defineError({
  kind: 'CONFLICT',
  code: 'FOUR_EYES_FIXED',
  rule: 'FUN-10',
  en: 'No county does without the pair "{pair:FourEyesName}": money needs two persons there. Choose one that fourEyesPairs shows as switchable.',
  zh: '“{pair:FourEyesName}”涉及资金复核,任何县均不得取消。请从 fourEyesPairs 中可调整的岗位对中选择。',
});

export const fourEyesSame = defineError({
  kind: 'CONFLICT',
  code: 'FOUR_EYES_SAME',
  rule: 'FUN-10',
  en: 'The pair "{pair:FourEyesName}" stands like this already (holds: {holds:yesNo}). Read fourEyesPairs again.',
  zh: '“{pair:FourEyesName}”已是该设置(是否执行:{holds:yesNo})。请重新读取 fourEyesPairs。',
});

export const fourEyesNotProposed = defineError({
  kind: 'CONFLICT',
  code: 'FOUR_EYES_NOT_PROPOSED',
  rule: 'FUN-10',
  en: 'Nobody proposed to switch the pair "{pair:FourEyesName}". Propose it first (proposeFourEyesSwitch).',
  zh: '尚无人提出调整“{pair:FourEyesName}”。请先提出调整(proposeFourEyesSwitch)。',
});
