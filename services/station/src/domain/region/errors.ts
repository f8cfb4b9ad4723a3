import { defineError } from '@qianshou/kernel';

export const regionSuccessionNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'REGION_SUCCESSION_NOT_FOUND',
  en: 'There is no succession of regions {id}.',
  zh: '没有编号为 {id} 的区划变更。',
});

export const regionSuccessionShape = defineError({
  kind: 'INVALID',
  code: 'REGION_SUCCESSION_SHAPE',
  en: 'That is not what {kind:RegionSuccessionKind} is: units of one county, each named once; two or more become one (merged), one becomes two or more (split), one becomes one or takes a new name (renamed), one or more have no successor (abolished), one has no predecessor (new). Codes of another county come with the next edition of the division codes.',
  zh: '所填与“{kind:RegionSuccessionKind}”不符：须为同一县的乡镇级单位，每个只填一次；合并为多并一，拆分为一分多，更名为一对一或填写新名称，撤销无承接单位，新设无原单位。跨县变更随下一版区划代码办理。',
});

export const regionSuccessionCycle = defineError({
  kind: 'CONFLICT',
  code: 'REGION_SUCCESSION_CYCLE',
  en: '{code} would come back to itself. Look at regionSuccessions, and strike out the one that is wrong.',
  zh: '{code} 将循环承接自身。请查询 regionSuccessions，并作废有误的一条。',
});

export const regionSucceededAlready = defineError({
  kind: 'CONFLICT',
  code: 'REGION_SUCCEEDED_ALREADY',
  en: '{code} is succeeded already, from {on} on. Name what took its place.',
  zh: '{code} 自 {on} 起已有承接单位。请填写承接单位。',
});

export const regionSuccessionInEffect = defineError({
  kind: 'CONFLICT',
  code: 'REGION_SUCCESSION_IN_EFFECT',
  en: 'The succession has been followed since {on}: stations and figures rest on it. Record what came of it as the next one.',
  zh: '该区划变更自 {on} 起已生效，社工站与统计已随之变更。请登记后续变更。',
});

export const unitOutOfScopeAlready = defineError({
  kind: 'CONFLICT',
  code: 'UNIT_OUT_OF_SCOPE_ALREADY',
  rule: 'STA-1',
  en: '{townshipCode} is out of scope already, since {since}. Nothing is left to do.',
  zh: '{townshipCode} 自 {since} 起已不计入应建范围。无需重复办理。',
});

export const unitInScopeAlready = defineError({
  kind: 'CONFLICT',
  code: 'UNIT_IN_SCOPE_ALREADY',
  rule: 'STA-1',
  en: '{townshipCode} is in scope. Nothing is left to do.',
  zh: '{townshipCode} 已在应建范围内。无需办理。',
});

export const unitSucceeded = defineError({
  kind: 'CONFLICT',
  code: 'UNIT_SUCCEEDED',
  rule: 'STA-1',
  en: '{townshipCode} is out of scope because another unit took its place on {on}. Look at Region.successions for which.',
  zh: '{townshipCode} 自 {on} 起由其他单位承接，因此不计入应建范围。承接单位请见 Region.successions。',
});
