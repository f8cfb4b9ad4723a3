import { defineError } from '@qianshou/kernel';

export const applicationRecommendedAlready = defineError({
  kind: 'CONFLICT',
  code: 'APPLICATION_RECOMMENDED_ALREADY',
  en: 'The dispatching province said so already, on {on}. Say otherwise, or leave it.',
  zh: '支援省已于 {on} 作出相同意见。如有变化请另行表态。',
});

export const applicationObjected = defineError({
  kind: 'CONFLICT',
  code: 'APPLICATION_OBJECTED',
  rule: 'PAIR-6',
  en: 'The province that sends the help objected on {on}. It is matched once that province recommends it (`recommendPairingApplication`), or rejected.',
  zh: '支援省已于 {on} 对该申报提出异议。须由支援省改为推荐(recommendPairingApplication)后方可匹配,或予以驳回。',
});
