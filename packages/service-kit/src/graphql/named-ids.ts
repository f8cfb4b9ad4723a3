import { MalformedId } from '@qianshou/kernel';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { fieldsOfObjects, mentions } from './given-values.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** A parser of ids knows no field. Where one refuses, the caller is told which of the values that it gave is meant. */
export function nameMalformedIds(schema: GraphQLSchema): GraphQLSchema {
  for (const field of fieldsOfObjects(schema)) {
    if (!field.args.some(({ type }) => mentions('ID', type))) continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (parent, args: Arguments, context, info) => {
      try {
        return await resolve(parent, args, context, info);
      } catch (error) {
        throw error instanceof MalformedId ? named(error, args) : error;
      }
    };
  }
  return schema;
}

function named(error: MalformedId, args: Arguments): MalformedId {
  const [path] = pathsTo(error, args);
  return path === undefined ? error : error.at(fieldAt(path));
}

/** The names on the way to each value that is meant; items of a list have the name of their list. */
function pathsTo(error: MalformedId, given: unknown): readonly (readonly string[])[] {
  if (error.is(given)) return [[]];
  if (Array.isArray(given)) return given.flatMap((item) => pathsTo(error, item));
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([name, value]) =>
    pathsTo(error, value).map((below) => [name, ...below]),
  );
}

const OPERATORS = new Set(['eq', 'in']);

/** A condition is named with its filter, as `where.operatorId`; a field of an input by its own name. */
function fieldAt(path: readonly string[]): string {
  const names = path.filter((name, at) => at === 0 || !OPERATORS.has(name));
  return names[0] === 'where' ? names.join('.') : (names.at(-1) ?? 'id');
}
