import { type Actor, type Clock, DomainError } from '@qianshou/kernel';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Unsaved } from '../audit/record-decision.ts';
import { currentScope, inScope } from '../scope/scope.ts';
import { rolesOf } from './access.ts';

/** `recordUnsaved` of the service. */
export type RecordUnsaved = (unsaved: Unsaved) => Promise<void>;

export interface Auditing {
  readonly record: RecordUnsaved;
  readonly clock: Clock;
  /** Where money moves, also what was badly written is told. */
  readonly badInput?: boolean;
}

export interface Asking {
  readonly actor: Actor;
}

type Field = GraphQLField<unknown, Asking>;
type Resolver = GraphQLFieldResolver<unknown, Asking>;
export type Args = Readonly<Record<string, unknown>>;

/** Pieces of a file decide nothing: what is done with it is told when it is begun and applied. */
const NO_DECISION = /^addTo\w+Import$/;

/**
 * Every mutation leaves an entry in the audit log: what it saved tells it in the same transaction, and what saved
 * nothing is told here: that there was nothing to do, or that it was refused. So is who asked in vain for what a grant
 * is needed for.
 */
export function auditOperations(schema: GraphQLSchema, auditing: Auditing): GraphQLSchema {
  const decisions = fieldsOf(schema.getMutationType()).filter(({ name }) => !NO_DECISION.test(name));
  for (const field of decisions) field.resolve = audited(field, auditing, { isDecision: true });
  const questions = fieldsOf(schema.getQueryType()).filter(isForSome);
  for (const field of questions) field.resolve = audited(field, auditing, { isDecision: false });
  return schema;
}

function fieldsOf(type: GraphQLObjectType | null | undefined): readonly Field[] {
  return Object.values(type?.getFields() ?? {});
}

function isForSome(field: Field): boolean {
  return rolesOf(field)?.includes('PUBLIC') === false;
}

/** Of a decision it is also told that it changed nothing; a question changes nothing anyway. */
function audited(
  field: Field,
  { record, clock, badInput = false }: Auditing,
  { isDecision }: { readonly isDecision: boolean },
): Resolver {
  const { name: operation, resolve = defaultFieldResolver } = field;
  const roles = rolesOf(field) ?? [];
  return (parent, args: Args, context, info) => {
    const { actor } = context;
    let isTold = false;
    const told = (): void => {
      isTold = true;
    };
    const [reason, documents] = [reasonIn(args), documentsIn(args)];
    const decision = { operation, actor, roles, reason, documents, at: clock.now(), told };
    return inScope({ ...currentScope(), decision }, async () => {
      const asked = { operation, args, context, isDecision, badInput };
      const answer = await refusalsTold(asked, record, async () => resolve(parent, args, context, info));
      if (isDecision && !isTold) await record({ outcome: 'UNCHANGED', code: null, objectId: firstId(args) });
      if (!isDecision && answer === null && firstId(args) !== null)
        await refusalTold(asked, record, NOT_SHOWN);
      return answer;
    });
  };
}

interface Asked {
  readonly operation: string;
  readonly args: Args;
  readonly context: Asking;
  readonly isDecision: boolean;
  readonly badInput: boolean;
}

/** The object of that id is not there, or not for this caller: which of both is never said. */
const NOT_SHOWN = 'NOT_SHOWN';

/**
 * Of decisions every refusal, by a rule as for want of a grant: what is hidden is answered as if it were not there. Not
 * what was badly written, unless the service tells that too, nor what may be asked again.
 */
function isRefusal(error: unknown, { isDecision, badInput }: Asked): error is DomainError {
  if (!(error instanceof DomainError)) return false;
  if (!isDecision) return error.kind === 'FORBIDDEN';
  return error.kind !== 'UNAVAILABLE' && (badInput || error.code !== 'BAD_USER_INPUT');
}

async function refusalTold(asked: Asked, record: RecordUnsaved, code: string): Promise<void> {
  if (asked.context.actor.subject === null || !isFirst(asked)) return;
  await record({ outcome: 'REFUSED', code, objectId: firstId(asked.args) });
}

async function refusalsTold<Result>(
  asked: Asked,
  record: RecordUnsaved,
  body: () => Promise<Result>,
): Promise<Result> {
  try {
    return await body();
  } catch (error) {
    if (isRefusal(error, asked)) await refusalTold(asked, record, error.code);
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

/** Of every reference to a document, however deep in the input. */
function documentsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  if (typeof value !== 'object' || value === null) return [];
  const held = Object.entries(value);
  return held.flatMap(([name, each]) =>
    name === 'sha256' && typeof each === 'string' ? [each.toLowerCase()] : documentsIn(each),
  );
}

const ID = /^[a-z]{3}_[0-9a-f-]{36}$/;

export function firstId(args: Args): string | null {
  const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
  return Object.values(inputOf(args)).find(isId) ?? null;
}
