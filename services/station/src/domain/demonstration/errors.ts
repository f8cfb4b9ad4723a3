import { defineError } from '@qianshou/kernel';

export const demonstrationQuotaFull = defineError({
  kind: 'CONFLICT',
  code: 'DEMONSTRATION_QUOTA_FULL',
  rule: 'STA-5',
  en: 'The county plans {planned} and has chosen them all. Change the county policy to plan more.',
  zh: '本县计划 {planned} 个,已全部评定;如需增加请调整县级政策。',
});

export const demonstrationNotBuilt = defineError({
  kind: 'CONFLICT',
  code: 'DEMONSTRATION_NOT_BUILT',
  rule: 'STA-5',
  en: 'Only what is built and working can become a demonstration: the status is {status:StationStatus}. Choose one that is open.',
  zh: '示范须从已建成的站(室)中选择,当前状态为 {status:StationStatus}。请选择已运营的站（室）。',
});

export const demonstrationAlready = defineError({
  kind: 'CONFLICT',
  code: 'DEMONSTRATION_ALREADY',
  rule: 'STA-5',
  en: 'It is a demonstration already. Nothing is left to do.',
  zh: '已是示范站(室)。无需重复办理。',
});

export const demonstrationLacksDeputy = defineError({
  kind: 'CONFLICT',
  code: 'DEMONSTRATION_LACKS_DEPUTY',
  rule: 'STA-11',
  en: 'A demonstration station needs a deputy head on duty first. Post a deputy head first.',
  zh: '示范站须先有副站长在岗。请先安排副站长上岗。',
});

export const demonstrationBySteps = defineError({
  kind: 'CONFLICT',
  code: 'DEMONSTRATION_BY_STEPS',
  en: 'This county names demonstration stations by application, recommendation, evaluation and notice only.',
  zh: '本县示范站须经自评申报、逐级推荐、评估验收、公示确认。',
});

export const demonstrationStepWrong = defineError({
  kind: 'CONFLICT',
  code: 'DEMONSTRATION_STEP_WRONG',
  en: 'The step {wanted:words} does not follow the step {step:words}. Take the steps in their order.',
  zh: '当前步骤为 {step:words},不能进行 {wanted:words}。请按顺序办理。',
});

export const demonstrationNoticeRunning = defineError({
  kind: 'CONFLICT',
  code: 'DEMONSTRATION_NOTICE_RUNNING',
  en: 'The public notice runs until {until}; it can be confirmed the day after.',
  zh: '公示期至 {until},期满次日方可确认。',
});

export const demonstrationNotHeld = defineError({
  kind: 'CONFLICT',
  code: 'DEMONSTRATION_NOT_HELD',
  en: 'It is no demonstration station. Choose a station that is one.',
  zh: '该站不是示范站。请选择示范站。',
});

export const demonstrationNotForfeited = defineError({
  kind: 'CONFLICT',
  code: 'DEMONSTRATION_NOT_FORFEITED',
  en: 'It is taken back only after an evaluation as barely qualified or unqualified since {since}; the grade is {grade:words}.',
  zh: '仅在 {since} 以来评估为基本合格或不合格时方可撤销,当前等级为 {grade:words}。',
});

export const demonstrationNotWithdrawn = defineError({
  kind: 'CONFLICT',
  code: 'DEMONSTRATION_NOT_WITHDRAWN',
  en: 'Only what was taken back can be given back.',
  zh: '仅可恢复已撤销的示范站。',
});

export const demonstrationNotEarned = defineError({
  kind: 'CONFLICT',
  code: 'DEMONSTRATION_NOT_EARNED',
  en: 'It is given back only after a good evaluation since {since}; the grade is {grade:words}.',
  zh: '仅在 {since} 以来评估为良好以上时方可恢复,当前等级为 {grade:words}。',
});
