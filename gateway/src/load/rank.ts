import { getNamedType, isInputObjectType, isObjectType, type GraphQLSchema, type GraphQLType } from 'graphql';

/** How urgent a request is when there is too much to do: 0 reads, 1 changes, 2 changes of money. */
export type Rank = 0 | 1 | 2;

/** The types that carry money, in questions and in answers. */
const MONEY = new Set(['Fen', 'Amount']);

/**
 * Changes of money: a sum stands in what they are given, or in what they change. So the schema says which they are, not
 * a list that is forgotten.
 */
export function moneyMutations(schema: GraphQLSchema): ReadonlySet<string> {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const ofMoney = fields.filter(
    ({ args, type }) => args.some((arg) => holdsMoney(arg.type, 4)) || holdsMoney(type, 2),
  );
  return new Set(ofMoney.map(({ name }) => name));
}

/** `steps`: how far down a sum still belongs to the thing itself: a payload holds the object, the object its sum. */
function holdsMoney(outer: GraphQLType, steps: number): boolean {
  const type = getNamedType(outer);
  if (MONEY.has(type.name)) return true;
  if (steps === 0 || !(isInputObjectType(type) || isObjectType(type))) return false;
  return Object.values(type.getFields()).some((field) => holdsMoney(field.type, steps - 1));
}
