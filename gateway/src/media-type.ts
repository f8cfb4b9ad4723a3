import Negotiator from 'negotiator';

export const JSON_TYPE = 'application/json; charset=utf-8';
/** Says of an answer that it is GraphQL's, whatever its status: clients read the codes of a refusal only then. */
export const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** In which of the two an answer goes out; `null` when the client takes neither. */
export function mediaTypeOf(accept: string | undefined): string | null {
  if (accept === undefined) return JSON_TYPE;
  return new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, GRAPHQL_TYPE]) ?? null;
}

/** Whether the client names one of the two itself: no picture, form or link of a foreign page does. */
export function asksForGraphQL(accept: string | undefined): boolean {
  return /\bapplication\/(graphql-response\+)?json\b/i.test(accept ?? '');
}
