import { badInput } from '@qianshou/kernel';
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';

const ONE_ORDER = {
  en: 'a list is ordered by one field, and the id breaks ties; give one entry',
  zh: '列表仅按一个字段排序，同值按编号排列；请只填写一项',
};

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** Every list has an index for each of its orders and none for two at once: a second entry is refused, not passed over. */
export function refuseSecondOrders(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  for (const field of types.flatMap((type) => Object.values(type.getFields()))) {
    if (field.args.some(({ name }) => name === 'orderBy'))
      field.resolve = byOneOrder(field.resolve ?? defaultFieldResolver);
  }
  return schema;
}

function byOneOrder(resolve: Resolver): Resolver {
  return (parent, args, context, info) => {
    const orders: unknown = args['orderBy'];
    if (Array.isArray(orders) && orders.length > 1) throw badInput({ field: 'orderBy', reason: ONE_ORDER });
    return resolve(parent, args, context, info);
  };
}
