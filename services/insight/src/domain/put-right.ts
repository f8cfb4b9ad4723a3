import type { PutRightTable } from '@qianshou/kernel';

/** Insight owns no facts: what is put right by its owner is put right here by the event that tells of it. */
export const insightPutRight: PutRightTable = {
  facts: [],
  nothing: [
    {
      aggregate: 'import',
      because: { en: 'Nothing is imported here.', zh: '本服务不导入数据。' },
    },
    {
      aggregate: 'audit-log',
      because: {
        en: 'Signed as it stood: what was wrong is told by later entries.',
        zh: '按当时状态签署,更正由后续条目体现。',
      },
    },
  ],
};
