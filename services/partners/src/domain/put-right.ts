import type { PutRightTable } from '@qianshou/kernel';

export const partnersPutRight: PutRightTable = {
  facts: [],
  nothing: [
    {
      aggregate: 'endpoint',
      because: {
        en: 'Its owner pauses, changes and removes it; nothing of it is a fact of the plan.',
        zh: '由登记者自行暂停、更换或删除,不属于业务事实。',
      },
    },
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
