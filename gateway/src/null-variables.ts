import {
  GraphQLError,
  isNonNullType,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type OperationDefinitionNode,
} from 'graphql';
import type { Executor, ExecutorRequest } from './planning-gateway.ts';

type Names = ReadonlySet<string>;

/** What is found out of an operation once: screens send the same ones again and again. */
const known = new WeakMap<OperationDefinitionNode, Names>();

/**
 * A variable with a default, or in a place with one, may be left out; given as null it passes validation and is refused
 * only where it is used. The planner takes that for impossible, so it is asked here.
 */
export function refuseNulls(executor: Executor): Executor {
  return async (request) => {
    const { variables = {} } = request.request;
    const nulls = Object.keys(variables).filter((name) => variables[name] === null);
    const name = nulls.length === 0 ? undefined : nulls.find((one) => requiredNames(request).has(one));
    return name === undefined ? executor(request) : { errors: [refusal(name)] };
  };
}

function refusal(name: string): GraphQLError {
  return new GraphQLError(`Variable "$${name}" must not be null where it is used; leave it out instead.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** Variables that may be null by their own type and stand where null may not. */
function requiredNames({ schema, document, operation }: ExecutorRequest): Names {
  const remembered = known.get(operation);
  if (remembered !== undefined) return remembered;
  const names = new Set<string>();
  known.set(operation, names);
  const types = new TypeInfo(schema);
  visit(
    separateOperations(document)[operation.name?.value ?? ''] ?? document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        if (isNonNullType(types.getInputType())) names.add(name.value);
      },
    }),
  );
  return names;
}
