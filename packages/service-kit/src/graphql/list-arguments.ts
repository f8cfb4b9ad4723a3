import { badInput } from '@qianshou/kernel';
import type { GraphQLSchema } from 'graphql';
import { checkBefore, fieldsOfObjects } from './given-values.ts';

const ONE_ORDER = {
  en: 'a list is ordered by one field, and the id breaks ties; give one entry',
  zh: '列表仅按一个字段排序，同值按编号排列；请只填写一项',
};

/** Every list has an index for each of its orders and none for two at once: a second entry is refused, not passed over. */
export function refuseSecondOrders(schema: GraphQLSchema): GraphQLSchema {
  for (const field of fieldsOfObjects(schema)) {
    if (!field.args.some(({ name }) => name === 'orderBy')) continue;
    checkBefore(field, ({ orderBy }) => {
      if (Array.isArray(orderBy) && orderBy.length > 1)
        throw badInput({ field: 'orderBy', reason: ONE_ORDER });
    });
  }
  return schema;
}
