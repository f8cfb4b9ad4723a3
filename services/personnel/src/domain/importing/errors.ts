import { defineError } from '@qianshou/kernel';

/** The same whether nobody has the number or somebody whom another county keeps: a file finds nobody out. */
export const importPersonUnmatched = defineError({
  kind: 'NOT_FOUND',
  code: 'IMPORT_PERSON_UNMATCHED',
  en: 'Nobody on the books of your county is meant by this row. Check the ID number or the id; who is new is registered first (registerSocialWorker, or the import of workers), and this row imported again.',
  zh: '本县名册中没有该行所指的人员。请核对身份证号或社工编号;新人员请先登记(registerSocialWorker 或导入社会工作者),再重新导入本行。',
});

export const importPlaceUnmatched = defineError({
  kind: 'NOT_FOUND',
  code: 'IMPORT_PLACE_UNMATCHED',
  en: 'There is no station (9 digits) or guidance centre (6 digits) in {code}. Check the code; a station is planned first.',
  zh: '{code} 没有社工站(9 位代码)或指导中心(6 位代码)。请核对代码;社工站须先列入规划。',
});
