import {
  actionNotPossibleNow,
  type Actor,
  chinaDay,
  type Clock,
  type DomainError,
  MalformedId,
} from '@qianshou/kernel';
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import type { Language } from '../identity/language.ts';
import type { Rehearse } from '../mongo/rehearsal.ts';
import { accessOf, scopesFor } from './access-declaration.ts';
import { type ActionOperations, type KindAsked, kindOf, operationOf } from './action-operations.ts';
import { NOBODYS, sampleInput, type Samples, unknownId } from './sample-input.ts';

interface Asking {
  readonly actor: Actor;
  readonly language: Language;
}

type Resolver = GraphQLFieldResolver<unknown, Asking>;
type Reference = (key: object, context: Asking, info: GraphQLResolveInfo) => unknown;

export interface ActionChecking {
  /** The service's own `…ActionCheck`. */
  readonly type: string;
  readonly kinds: ActionOperations;
  readonly rehearse: Rehearse;
  readonly clock: Clock;
}

interface Asked {
  readonly objectId: string;
  readonly action: string;
}

/**
 * Answers `actionCheck` for what the service owns. Whether an action is allowed is what `allowedActions` says; why it
 * is not, is what its own mutation says to this caller, made in a transaction that is never committed. There is no
 * second set of rules. To be called before operations are audited: nobody attempts anything.
 */
export function answerActionChecks(schema: GraphQLSchema, checking: ActionChecking): GraphQLSchema {
  const type = schema.getType(checking.type);
  if (!isObjectType(type)) throw new Error(`the contract has no ${checking.type}`);
  const mutations = new Map(
    Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => [field.name, { ...field }]),
  );
  const resolveReference = (asked: Asked, context: Asking, info: GraphQLResolveInfo) =>
    checked({ ...checking, schema, mutations, context, info }, asked);
  type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
  return schema;
}

/** Of an object of this service itself, as the gateway would ask it for by its key. */
export function ownActionCheck(
  asked: Asked,
  context: Asking,
  info: GraphQLResolveInfo,
  type: string,
): unknown {
  return referenceOf(info.schema, type)?.({ __typename: type, ...asked }, context, info);
}

function referenceOf(schema: GraphQLSchema, type: string): Reference | undefined {
  const { apollo } = schema.getType(type)?.extensions ?? {};
  return (apollo as { readonly subgraph?: { readonly resolveReference?: Reference } } | undefined)?.subgraph
    ?.resolveReference;
}

interface Check extends ActionChecking {
  readonly schema: GraphQLSchema;
  /** As they are before they are audited. */
  readonly mutations: ReadonlyMap<string, GraphQLField<unknown, Asking>>;
  readonly context: Asking;
  readonly info: GraphQLResolveInfo;
}

async function checked(check: Check, { objectId: id, action }: Asked) {
  const kind = kindOf(check.kinds, id);
  const { operation, by } = operationOf(kind, action);
  const field = check.mutations.get(operation);
  if (field === undefined) throw new Error(`${kind.type}.${action} names no mutation: ${operation}`);
  const object = await objectOf(check, kind, id);
  const isAllowed = (await actionsOn(check, kind, object)).includes(action);
  const ids = new Map(by === null ? [] : [[by, id]]);
  const refusal = isAllowed ? null : await refusalOf(check, field, { object: propertiesOf(object), ids });
  return {
    objectId: id,
    action,
    operation,
    allowed: isAllowed,
    ...told(refusal, check),
    mayBeDoneBy: parties(field, refusal),
  };
}

function told(refusal: DomainError | null, { context }: Check) {
  const { rule = null, ...details } = refusal?.details ?? {};
  return {
    code: refusal?.code ?? null,
    rule,
    message: refusal?.messages[context.language] ?? null,
    evidence: Object.entries(details).map(([name, value]) => ({ name, value: inWords(value) })),
  };
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

async function objectOf({ schema, context, info }: Check, kind: KindAsked, id: string): Promise<unknown> {
  if (kind.find !== undefined) return kind.find(id, context);
  const resolveReference = referenceOf(schema, kind.type);
  if (resolveReference === undefined)
    throw new Error(`${kind.type} is found neither by its key nor by a finder`);
  return resolveReference({ __typename: kind.type, id }, context, info);
}

async function actionsOn(
  { schema, context, info }: Check,
  { type }: KindAsked,
  object: unknown,
): Promise<readonly string[]> {
  const owner = schema.getType(type);
  if (object === null || !isObjectType(owner)) return [];
  const resolve: Resolver = owner.getFields()['allowedActions']?.resolve ?? defaultFieldResolver;
  return ((await resolve(object, {}, context, info)) ?? []) as readonly string[];
}

function propertiesOf(object: unknown): Readonly<Record<string, unknown>> {
  return typeof object === 'object' && object !== null ? (object as Readonly<Record<string, unknown>>) : {};
}

/** Fields of an input whose kind of id is learnt one by one. */
const MOST_ATTEMPTS = 5;

type Known = Pick<Samples, 'object' | 'ids'>;

/** Where a list decides nothing but by what is in it, an empty one shows what the object itself refuses. */
async function refusalOf(
  check: Check,
  field: GraphQLField<unknown, Asking>,
  known: Known,
): Promise<DomainError> {
  for (const emptyLists of [false, true]) {
    const refusal = await refusalWith(check, field, { ...known, emptyLists });
    if (refusal !== null && !isAboutSamples(refusal)) return refusal;
  }
  const { status } = known.object;
  return actionNotPossibleNow(typeof status === 'string' ? { status } : {});
}

async function refusalWith(
  check: Check,
  field: GraphQLField<unknown, Asking>,
  known: Known & Pick<Samples, 'emptyLists'>,
): Promise<DomainError | null> {
  const today = chinaDay(check.clock.now());
  const ids = new Map(known.ids);
  for (let attempt = 1; ; attempt += 1) {
    const refusal = await check.rehearse(() => attempted(check, field, { ...known, ids, today }));
    const learnt = refusal instanceof MalformedId ? idLearnt(refusal, field) : null;
    if (learnt === null || attempt === MOST_ATTEMPTS) return refusal;
    ids.set(learnt.field, learnt.id);
  }
}

async function attempted(
  { context, info }: Check,
  { args, resolve = defaultFieldResolver }: GraphQLField<unknown, Asking>,
  samples: Samples,
): Promise<unknown> {
  const type = getNamedType(args.find(({ name }) => name === 'input')?.type);
  if (!isInputObjectType(type)) throw new Error('a mutation takes one input');
  return resolve(null, { input: sampleInput(type, samples) }, context, info);
}

function idLearnt(refusal: MalformedId, { args }: GraphQLField<unknown, Asking>) {
  const type = getNamedType(args.find(({ name }) => name === 'input')?.type);
  const fields = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
  const field = fields.find((name) => refusal.is(unknownId(name)));
  return field === undefined
    ? null
    : { field, id: `${String(refusal.details['expectedPrefix'])}_${NOBODYS}` };
}

/** What is wrong with samples says nothing about the action. */
function isAboutSamples({ kind, details }: DomainError): boolean {
  return kind === 'INVALID' || JSON.stringify(details).includes(NOBODYS);
}

/** Who is named by the refusal, as whoever oversees what others recorded; else everybody whom the operation admits. */
function parties({ astNode }: GraphQLField<unknown, Asking>, refusal: DomainError | null) {
  const all = (astNode ? accessOf(astNode) : []).flatMap(({ roles, over }) =>
    roles.map((role) => ({ role, over: [...scopesFor(role, over)] })),
  );
  const { overseer, office } = refusal?.details ?? {};
  const named = all.filter(({ role }) => role === (overseer ?? office));
  return named.length > 0 ? named : all;
}
