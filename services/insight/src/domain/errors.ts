import { defineError } from '@qianshou/kernel';

export const questionTooDear = defineError({
  kind: 'INVALID',
  code: 'INSIGHT_QUESTION_TOO_DEAR',
  en: 'The question costs about {cost}, and your role may ask for {limit}: {remedy:words}. `dryRun: true` tells the cost without asking.',
  zh: '该查询预计开销 {cost}，您的角色上限为 {limit}：{remedy:words}。可用 dryRun: true 先行估算。',
});

export const tooManyGroups = defineError({
  kind: 'INVALID',
  code: 'INSIGHT_TOO_MANY_GROUPS',
  en: 'The answer has more than {most} groups. Ask for fewer dimensions, a coarser region or period, or narrow it down by `where`.',
  zh: '结果超过 {most} 组。请减少分组维度、改用更粗的区划或时段，或用 where 缩小范围。',
});

export const personsOnlyCounted = defineError({
  kind: 'INVALID',
  code: 'INSIGHT_PERSONS_ONLY_COUNTED',
  en: '"{field}" says something of persons: it can be grouped by and found with `in`, down to the county, and counted; nothing finer. Leave out {what:words}.',
  zh: '“{field}”涉及个人：仅可按其分组、以 in 筛选（至县级）并计数，不可更细。请去掉{what:words}。',
});

export const asOfOutside = defineError({
  kind: 'INVALID',
  code: 'INSIGHT_AS_OF_OUTSIDE',
  en: 'What was known on {asOf} cannot be told: the log begins on {from}, and the last day that is over is {to}. Choose a day between them.',
  zh: '无法回答 {asOf} 的情况：记录自 {from} 起，最近已结束的一日为 {to}。请选择其间的日期。',
});

export const measureWithoutNumber = defineError({
  kind: 'INVALID',
  code: 'INSIGHT_MEASURE_UNFIT',
  en: 'The measure {measure:InsightMeasureKind} cannot be taken of "{field}". Name a number for sums, means, medians and extremes, any field for a count of distinct values, a `where` for a share, and nothing for a count.',
  zh: '度量 {measure:InsightMeasureKind} 不适用于“{field}”。求和、均值、中位数、极值请指定数值字段，去重计数请指定任一字段，占比请给出 where，计数无需字段。',
});
