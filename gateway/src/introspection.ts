import {
  execute,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { boundedMemo } from './bounded-memo.ts';
import type { Executor, ExecutorRequest } from './planning-gateway.ts';

/** The schema does not change while the gateway runs, and clients ask the same few questions about it. */
const REMEMBERED = { most: 8 };

const INTROSPECTION = new Set(['__schema', '__type']);

/** What the schema is asked about, answered and put into words apart from everything else. */
export interface Descriptions {
  readonly apart: (executor: Executor) => Executor;
  /** An answer's text: that of a description is of megabytes, and is made once. */
  readonly textOf: (answer: object) => string;
  /** The bytes of a description's text. */
  readonly keptBytes: (text: string) => Buffer | undefined;
}

/** The schema is described by graphql-js, which knows every question about it; the planner knows some. */
export function descriptions(): Descriptions {
  const texts = new WeakMap<object, string | null>();
  const bytes = new Map<string, Buffer>();
  const keep = (text: string): void => {
    bytes.set(text, Buffer.from(text));
    for (const oldest of bytes.keys()) if (bytes.size > REMEMBERED.most) bytes.delete(oldest);
  };
  return {
    apart: (executor) =>
      describeApart(executor, (data) => {
        if (!texts.has(data)) texts.set(data, null);
      }),
    keptBytes: (text) => bytes.get(text),
    textOf: (answer) => {
      const { data, ...more } = answer as { readonly data?: object | null };
      // Apollo Server names errors and extensions also where there are none.
      const alone = Object.values(more).every((part) => part === undefined);
      const known = data && alone ? texts.get(data) : undefined;
      if (typeof known === 'string') return known;
      const text = JSON.stringify(answer);
      if (known === null && data) {
        texts.set(data, text);
        keep(text);
      }
      return text;
    },
  };
}

function describeApart(executor: Executor, isDescription: (data: object) => void): Executor {
  const remembered = boundedMemo<string, Promise<ExecutionResult>>(REMEMBERED);
  return async (request) => {
    if (!introspects(request.document)) return executor(request);
    const described = await remembered(questionOf(request), () => describe(request));
    if (!asksOtherwise(request)) {
      if (described.data) isDescription(described.data);
      return { ...described };
    }
    // In place of each question about the schema stands one that any plan answers, so that order and conditions stay.
    const document = withoutDescriptions(replaceFields(request.document, isIntrospection));
    return merged(await executor({ ...request, document }), described);
  };
}

function questionOf({ operationName, request }: ExecutorRequest): string {
  return JSON.stringify([request.query, operationName, request.variables]);
}

async function describe({
  schema,
  document,
  operationName,
  request,
}: ExecutorRequest): Promise<ExecutionResult> {
  return execute({
    schema,
    document: replaceFields(document, (field) => !isIntrospection(field)),
    variableValues: request.variables ?? {},
    operationName,
  });
}

/** `name: anything { … }` becomes `name: __typename`, where it is one of those. */
function replaceFields(document: DocumentNode, isOne: (field: FieldNode) => boolean): DocumentNode {
  return visit(document, {
    Field: (field) => {
      // What is kept is kept whole: inside a description stand other fields.
      if (!isOne(field)) return false;
      const { alias = field.name, directives = [] } = field;
      return { kind: Kind.FIELD, alias, name: { kind: Kind.NAME, value: '__typename' }, directives };
    },
    FragmentDefinition: (fragment) => (isOfDescription(fragment) ? false : undefined),
  });
}

function withoutDescriptions(document: DocumentNode): DocumentNode {
  return visit(document, {
    FragmentDefinition: (fragment) => (isOfDescription(fragment) ? null : undefined),
  });
}

function isOfDescription({ typeCondition }: FragmentDefinitionNode): boolean {
  return typeCondition.name.value.startsWith('__');
}

function merged(answer: ExecutionResult, { data: description }: ExecutionResult): ExecutionResult {
  const { data } = answer;
  if (data === null || data === undefined) return answer;
  for (const [key, value] of Object.entries(description ?? {})) {
    if (typeof value !== 'string') data[key] = value;
  }
  return answer;
}

function isIntrospection({ name }: FieldNode): boolean {
  return INTROSPECTION.has(name.value);
}

/** What is found out of a document once: screens send the same ones again and again. */
const known = new WeakMap<DocumentNode, boolean>();

function introspects(document: DocumentNode): boolean {
  const remembered = known.get(document);
  if (remembered !== undefined) return remembered;
  let found = false;
  visit(document, {
    Field: (field) => {
      found ||= isIntrospection(field);
    },
  });
  known.set(document, found);
  return found;
}

function asksOtherwise({ document, operation }: ExecutorRequest): boolean {
  const fragments = new Map(
    document.definitions.flatMap((found) =>
      found.kind === Kind.FRAGMENT_DEFINITION ? [[found.name.value, found.selectionSet] as const] : [],
    ),
  );
  const anyOther = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return !selection.name.value.startsWith('__');
      return anyOther(
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value),
      );
    }) ?? false;
  return anyOther(operation.selectionSet);
}
