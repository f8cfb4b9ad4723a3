import { defineError } from '@qianshou/kernel';

/** What people see in place of an enum value, of this service or of another; made from the descriptions of the graph. */
export interface EnumLabel {
  readonly type: string;
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

/** A name that is none is a mistake of the program that asks: an empty list would hide it. */
export const enumNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'ENUM_NOT_FOUND',
  en: 'The graph has no enum {id}. Names are written as in the schema; labels without a type gives those of all enums.',
  zh: '没有名为 {id} 的枚举类型。名称须与 schema 一致;不填 type 则返回全部枚举。',
});

/** Of one enum in the order of the contract, or of all. */
export function labelsOf(labels: readonly EnumLabel[], type: string | null): readonly EnumLabel[] {
  if (type === null) return labels;
  const found = labels.filter((label) => label.type === type);
  if (found.length === 0) throw enumNotFound({ id: type });
  return found;
}
