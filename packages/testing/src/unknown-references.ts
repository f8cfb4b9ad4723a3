import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '@qianshou/kernel';
import {
  getNullableType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { type Askable, documentOf, fieldAt, type Question } from './access-question.ts';
import { withNewKey } from './asking-twice.ts';

/** Well-formed, and not among the division codes. */
const NO_REGION = '429998';

/** What an input may refer to that the probe leaves out: the kind of object that the field's name says. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/agency/i, 'agy'],
  [/worker/i, 'wkr'],
  [/station/i, 'sta'],
  [/centre/i, 'ctr'],
  [/pairing/i, 'par'],
  [/contract/i, 'con'],
  [/purchaseProject/i, 'pur'],
  [/posting/i, 'pst'],
  [/class/i, 'cls'],
  [/enrolment/i, 'enr'],
  [/session/i, 'ses'],
];

type Values = Readonly<Record<string, unknown>>;

/** One reference of a question that is changed to what is not there. */
export interface Stray {
  /** From the arguments on: `input.workerIds`. */
  readonly at: string;
  readonly args: Values;
  /** The probe names nothing there: it may have to name one of two. */
  readonly added: boolean;
}

export function straysOf(
  { schema }: Pick<Askable, 'schema'>,
  path: string,
  { args = {} }: Question,
): readonly Stray[] {
  return fieldAt(schema, path).args.flatMap(({ name, type }) =>
    straysIn(type, args[name], name).map(({ value, ...where }) => ({
      ...where,
      args: { ...args, [name]: value },
    })),
  );
}

/** What is answered to a question that refers to what is not there: the code, or that it was taken. */
export async function answerTo(
  graph: Askable,
  path: string,
  stray: Stray,
  actor: Actor,
): Promise<AnswerToStray> {
  const question = { args: withKeyAnew(stray.args) };
  const document = documentOf(path, fieldAt(graph.schema, path), question);
  const { code, errors } = await graph.execute(document, question.args, actor);
  return { code: code ?? 'TAKEN', kind: errors[0]?.extensions?.['kind'] };
}

export function isOfWhatIsNotThere({ added }: Stray, { code, kind }: AnswerToStray): boolean {
  return kind === 'NOT_FOUND' || code === 'NOT_KNOWN_HERE_YET' || (added && code === 'BAD_USER_INPUT');
}

interface AnswerToStray {
  readonly code: string;
  readonly kind: unknown;
}

interface StrayValue extends Omit<Stray, 'args'> {
  readonly value: unknown;
}

function straysIn(given: GraphQLInputType, value: unknown, at: string): readonly StrayValue[] {
  const type = getNullableType(given);
  if (isListType(type)) {
    const [first, ...others] = (value ?? []) as readonly unknown[];
    const strays = straysIn(type.ofType, first, at);
    return strays.map((stray) => ({ ...stray, value: [stray.value, ...others] }));
  }
  const added = value === undefined || value === null;
  if (isInputObjectType(type)) return added ? [] : straysBelow(type, value as Values, at);
  if (type.name === 'RegionCode') return [{ at, value: NO_REGION, added }];
  return type.name === 'ID' ? [{ at, value: `${prefixOf(value, at)}_${randomUUIDv7()}`, added }] : [];
}

function straysBelow(type: GraphQLInputObjectType, values: Values, at: string): readonly StrayValue[] {
  return Object.values(type.getFields()).flatMap(({ name, type: given }) => {
    const strays = straysIn(given, values[name], `${at}.${name}`);
    return strays.map((stray) => ({ ...stray, value: { ...values, [name]: stray.value } }));
  });
}

function prefixOf(value: unknown, at: string): string {
  if (typeof value === 'string') return value.slice(0, value.indexOf('_'));
  const kind = KINDS.find(([name]) => name.test(at.slice(at.lastIndexOf('.') + 1)));
  if (kind === undefined) throw new Error(`${at} refers to an object of a kind that is not known here`);
  return kind[1];
}

function withKeyAnew(args: Values): Values {
  const input = args['input'] as Values | undefined;
  return input === undefined || !('idempotencyKey' in input) ? args : { ...args, input: withNewKey(input) };
}
