import { requestWords } from '@qianshou/service-kit/wording';
import { GraphQLError, parse, type DocumentNode } from 'graphql';
import {
  badText,
  sourceTooLong,
  syntaxError,
  tooComplex,
  tooDeep,
  tooManyAliases,
  tooManyComments,
  tooManyDirectives,
  tooManyFragments,
  tooManyMutations,
  tooManyOperations,
  tooManyRootFields,
  tooManyTokens,
  type Refusal,
  type RefusalFactory,
} from '../errors.ts';
import { boundedMemo } from '../bounded-memo.ts';
import { documentShape, type DocumentShape } from './document-shape.ts';
import type { Limits } from './limits.ts';
import { unusableNumber, unusableText } from './unusable-value.ts';

export type Admission =
  | { readonly admitted: true; readonly shape: DocumentShape; readonly document: DocumentNode }
  | { readonly admitted: false; readonly refusal: Refusal };

/**
 * `wanted`: the name of the operation that is asked for, where the document holds several. `fresh`: it was not known, so
 * it will have to be planned.
 */
export type AdmitDocument = (
  source: string,
  wanted: string | null,
) => { readonly admission: Admission; readonly fresh: boolean };

/** Documents repeat: screens send the same few. A parsed one takes about a hundred times its text. */
const REMEMBERED = { most: 1_000, weight: 512 * 1024, weightOf: (source: string) => source.length };

/** In this order the limits are checked; the first one that is passed is named. */
const CHECKS: readonly (readonly [keyof DocumentShape & keyof Limits, RefusalFactory])[] = [
  ['operations', tooManyOperations],
  ['fragments', tooManyFragments],
  ['documentSelections', tooComplex],
  ['selections', tooComplex],
  ['depth', tooDeep],
  ['introspectionDepth', tooDeep],
  ['mutations', tooManyMutations],
  ['rootFields', tooManyRootFields],
  ['aliases', tooManyAliases],
  ['directives', tooManyDirectives],
];

/** Decides on a document before anything expensive looks at it: validation and planning come after. */
export function documentAdmission(limits: Limits): AdmitDocument {
  const remembered = boundedMemo<string, Admission>(REMEMBERED);
  return (source, wanted) => {
    // Before the memory, which holds only what is short enough to be held.
    if (source.length > limits.source)
      return { admission: refused(sourceTooLong({ limit: limits.source })), fresh: true };
    let fresh = false;
    const admission = remembered(`${wanted ?? ''}\n${source}`, () => {
      fresh = true;
      return admit(source, wanted, limits);
    });
    return { admission, fresh };
  };
}

function admit(source: string, wanted: string | null, limits: Limits): Admission {
  const document = parseWithin(source, limits);
  if ('definition' in document) return refused(document);
  const shape = documentShape(document, wanted);
  const refusal = firstRefusal(shape, limits);
  return refusal === null ? { admitted: true, shape, document } : refused(refusal);
}

function firstRefusal(shape: DocumentShape, limits: Limits): Refusal | null {
  for (const [measure, refuse] of CHECKS) {
    const found = shape[measure];
    if (found > limits[measure]) return refuse({ limit: limits[measure], found });
  }
  return valueRefusal(shape, limits);
}

function valueRefusal({ strings, numbers }: DocumentShape, limits: Limits): Refusal | null {
  const reasons = [
    ...strings.map((text) => unusableText(text, limits.string)),
    ...numbers.map(unusableNumber),
  ];
  const reason = reasons.find((found) => found !== null);
  return reason === undefined || reason === null ? null : badText({ field: 'query', reason });
}

function parseWithin(source: string, limits: Limits): DocumentNode | Refusal {
  try {
    return parse(source, {
      maxLexicalTokens: limits.tokens,
      maxComments: limits.comments,
      noLocation: true,
    });
  } catch (error) {
    return parseRefusal(error instanceof GraphQLError ? error.message : 'unreadable', limits);
  }
}

/** graphql-js tells its limits from a syntax error by the text alone. */
function parseRefusal(message: string, limits: Limits): Refusal {
  if (/\d+ tokens\. Parsing aborted/.test(message)) return tooManyTokens({ limit: limits.tokens });
  if (/\d+ comments\. Parsing aborted/.test(message)) return tooManyComments({ limit: limits.comments });
  return syntaxError({ reason: requestWords(message.slice(0, 200)) });
}

function refused(refusal: Refusal): Admission {
  return { admitted: false, refusal };
}
