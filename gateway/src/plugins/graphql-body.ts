import type { Message } from '@qianshou/kernel';

/** A request as a POST carries it. */
export interface GraphQLBody {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

type Parts = Partial<GraphQLBody>;

const PARTS: readonly (readonly [(parts: Parts) => boolean, Message])[] = [
  [({ query }) => isText(query) && query !== '', { en: '"query" is not a text', zh: '“query”不是文本' }],
  [
    ({ operationName }) => isText(operationName ?? ''),
    { en: '"operationName" is not a text', zh: '“operationName”不是文本' },
  ],
  [
    ({ extensions }) => isRecord(extensions ?? {}),
    { en: '"extensions" is not an object', zh: '“extensions”不是对象' },
  ],
  [
    ({ variables }) => isRecord(variables ?? {}),
    { en: '"variables" is not an object', zh: '“variables”不是对象' },
  ],
];

/** What keeps a body from being one GraphQL request; batches and persisted queries are other things. */
export function malformation(body: unknown): Message | null {
  if (Array.isArray(body)) return { en: 'a batch; send one request at a time', zh: '批量请求，请逐个发送' };
  if (!isRecord(body)) return { en: 'no JSON object', zh: '不是 JSON 对象' };
  return PARTS.find(([isWell]) => !isWell(body as Parts))?.[1] ?? null;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
