import {
  getNullableType,
  GraphQLBoolean,
  GraphQLFloat,
  type GraphQLInputType,
  GraphQLInt,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/** Values that fit the types of the variables which an operation requires: its plan does not depend on them. */
export function sampleVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
) {
  const values: Record<string, unknown> = {};
  for (const { variable, type, defaultValue } of variableDefinitions) {
    const asked = typeFromAST(schema, type) as GraphQLInputType | undefined;
    if (asked !== undefined && isNonNullType(asked) && defaultValue === undefined)
      values[variable.name.value] = sampleOf(asked);
  }
  return values as Values;
}

function sampleOf(type: GraphQLInputType): unknown {
  const named = getNullableType(type);
  if (isListType(named)) return [];
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) return sampleInput(Object.values(named.getFields()));
  if (named === GraphQLBoolean) return true;
  return named === GraphQLInt || named === GraphQLFloat ? 1 : 'x';
}

type InputFields = Parameters<typeof isRequiredInputField>[0][];

function sampleInput(fields: InputFields): Values {
  return Object.fromEntries(
    fields.filter(isRequiredInputField).map(({ name, type }) => [name, sampleOf(type)]),
  );
}
