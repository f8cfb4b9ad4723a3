import {
  getNamedType,
  getNullableType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';

/** A text that a mutation takes: where it stands in the input, and what it is called in the contract. */
export interface TextInput {
  /** `PlanStationInput.signage`. */
  readonly name: string;
  readonly steps: readonly GraphQLInputField[];
}

/** Every text that the input of a mutation takes, at any depth, in lists and in objects. */
export function textInputsOf(schema: GraphQLSchema, mutation: string): readonly TextInput[] {
  return inputsOf(schema, mutation, GraphQLString.name);
}

/** Everything of this scalar that the input of a mutation takes, at any depth. */
export function inputsOf(schema: GraphQLSchema, mutation: string, scalar: string): readonly TextInput[] {
  const field = schema.getMutationType()?.getFields()[mutation];
  return (field?.args ?? []).flatMap(({ type }) => scalarsWithin(scalar, getNamedType(type), []));
}

function scalarsWithin(
  scalar: string,
  type: unknown,
  above: readonly GraphQLInputField[],
): readonly TextInput[] {
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field): readonly TextInput[] => {
    const steps = [...above, field];
    const named = getNamedType(field.type);
    if (named.name === scalar) return [{ name: `${type.name}.${field.name}`, steps }];
    return above.includes(field) ? [] : scalarsWithin(scalar, named, steps);
  });
}

type Input = Readonly<Record<string, unknown>>;

/** The input with this value of the text; objects and lists on the way are there, or are made. */
export function withText(input: Input, { steps }: Pick<TextInput, 'steps'>, value: string): Input {
  const [step, ...rest] = steps;
  if (step === undefined) return input;
  return { ...input, [step.name]: placed(step.type, input[step.name], rest, value) };
}

function placed(
  type: GraphQLInputType,
  given: unknown,
  rest: readonly GraphQLInputField[],
  value: string,
): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const [first, ...others] = Array.isArray(given) ? (given as readonly unknown[]) : [];
    return [placed(nullable.ofType, first, rest, value), ...others];
  }
  if (!isInputObjectType(nullable)) return value;
  return withText((given as Input | undefined) ?? smallest(nullable), { steps: rest }, value);
}

/** What such an object has to say at least. */
function smallest(type: GraphQLInputObjectType): Input {
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map(({ name, type: of }) => [name, sampleOf(of)]));
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  Boolean: true,
  Date: '2026-01-01',
  Fen: '1',
  Int: 2025,
  String: '演示',
};

function sampleOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [sampleOf(nullable.ofType)];
  if (isInputObjectType(nullable)) return smallest(nullable);
  return isEnumType(nullable) ? nullable.getValues()[0]?.name : SAMPLES[nullable.name];
}
