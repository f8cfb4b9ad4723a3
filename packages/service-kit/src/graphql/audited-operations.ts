import { type Actor, DomainError, type Role } from '@qianshou/kernel';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Unsaved } from '../audit/index.ts';
import { currentScope, inScope } from '../scope/index.ts';
import { rolesOf } from './access.ts';

/** `recordUnsaved` of the service. */
export type RecordUnsaved = (unsaved: Unsaved) => Promise<void>;

interface Asking {
  readonly actor: Actor;
}

type Resolver = GraphQLFieldResolver<unknown, Asking>;
type Args = Readonly<Record<string, unknown>>;

/** Pieces of a file decide nothing: what is done with it is told when it is begun and applied. */
const NO_DECISION = /^addTo\w+Import$/;

/**
 * Every mutation leaves an entry in the audit log: what it saved tells it in the same transaction, and what saved
 * nothing is told here. So is who was refused what a grant is needed for.
 */
export function auditOperations(schema: GraphQLSchema, record: RecordUnsaved): GraphQLSchema {
  const changes = fieldsOf(schema.getMutationType()).filter(({ name }) => !NO_DECISION.test(name));
  for (const field of changes) {
    field.resolve = audited(field.name, rolesOf(field) ?? [], record, field.resolve ?? defaultFieldResolver);
  }
  for (const field of fieldsOf(schema.getQueryType()).filter(isForSome)) {
    field.resolve = watched(field.name, record, field.resolve ?? defaultFieldResolver);
  }
  return schema;
}

function fieldsOf(type: GraphQLObjectType | null | undefined): readonly GraphQLField<unknown, Asking>[] {
  return Object.values(type?.getFields() ?? {});
}

function isForSome(field: GraphQLField<unknown, Asking>): boolean {
  return rolesOf(field)?.includes('PUBLIC') === false;
}

function audited(
  operation: string,
  roles: readonly Role[],
  record: RecordUnsaved,
  resolve: Resolver,
): Resolver {
  return async (parent, args: Args, context, info) => {
    let told = false;
    const decision = {
      operation,
      actor: context.actor,
      roles,
      reason: reasonIn(args),
      told: () => {
        told = true;
      },
    };
    return inScope({ ...currentScope(), decision }, async () => {
      const answer = await refusalsTold({ operation, args, context }, record, async () =>
        resolve(parent, args, context, info),
      );
      if (!told) await record({ outcome: 'UNCHANGED', code: null, objectId: firstId(args) });
      return answer;
    });
  };
}

function watched(operation: string, record: RecordUnsaved, resolve: Resolver): Resolver {
  return (parent, args: Args, context, info) => {
    const decision = { operation, actor: context.actor, roles: [], reason: null, told: () => {} };
    return inScope({ ...currentScope(), decision }, () =>
      refusalsTold({ operation, args, context }, record, async () => resolve(parent, args, context, info)),
    );
  };
}

interface Asked {
  readonly operation: string;
  readonly args: Args;
  readonly context: Asking;
}

async function refusalsTold<Result>(
  asked: Asked,
  record: RecordUnsaved,
  body: () => Promise<Result>,
): Promise<Result> {
  try {
    return await body();
  } catch (error) {
    const isRefusal = error instanceof DomainError && error.kind === 'FORBIDDEN';
    if (isRefusal && asked.context.actor.subject !== null && isFirst(asked))
      await record({ outcome: 'REFUSED', code: error.code, objectId: firstId(asked.args) });
    throw error;
  }
}

const refusals = new WeakMap<object, Set<string>>();

/** An operation that one request repeats under a hundred aliases is one attempt. */
function isFirst({ operation, context }: Asked): boolean {
  const known = refusals.get(context) ?? new Set();
  refusals.set(context, known);
  return known.size < known.add(operation).size;
}

function inputOf(args: Args): Args {
  const { input } = args;
  return typeof input === 'object' && input !== null ? (input as Args) : args;
}

function reasonIn(args: Args): string | null {
  const { reason } = inputOf(args);
  return typeof reason === 'string' ? reason : null;
}

const ID = /^[a-z]{3}_[0-9a-f-]{36}$/;

function firstId(args: Args): string | null {
  const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
  return Object.values(inputOf(args)).find(isId) ?? null;
}
