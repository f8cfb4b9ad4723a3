import { defineError } from '@qianshou/kernel';

export const programmeNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'PROGRAMME_NOT_FOUND',
  en: 'There is no such training programme.',
  zh: '没有该培训项目。',
});

export const programmeCodeTaken = defineError({
  kind: 'CONFLICT',
  code: 'PROGRAMME_CODE_TAKEN',
  en: 'Another programme has this code already. Choose another code.',
  zh: '该项目代码已被使用,请换一个代码。',
});

export const programmeClosed = defineError({
  kind: 'CONFLICT',
  code: 'PROGRAMME_CLOSED',
  en: 'The programme {programmeCode} is closed: no class of it is planned any more. Choose or announce another one.',
  zh: '项目 {programmeCode} 已关闭,不再开设新班次。请选择或发布其他项目。',
});
