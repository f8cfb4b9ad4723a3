import {
  badInput,
  calendarDate,
  DomainError,
  type Message,
  parseAmount,
  regionCode,
  creditCodeAsIssued,
} from '@qianshou/kernel';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** The largest page; a client that wants more follows the cursor. */
const LARGEST_PAGE = 100;

interface TextScalar {
  readonly name: string;
  readonly parse: (raw: string) => unknown;
  readonly serialize?: (value: unknown) => unknown;
}

function textScalar({ name, parse, serialize = (value) => value }: TextScalar): GraphQLScalarType {
  const parseValue = (value: unknown): unknown => {
    if (typeof value !== 'string') throw refused(name, { en: 'expected a string', zh: '应为字符串' });
    return explained(() => parse(value));
  };
  return new GraphQLScalarType({
    name,
    serialize,
    parseValue,
    parseLiteral: (node: ValueNode) => parseValue(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const pageSize = (value: unknown): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LARGEST_PAGE)
    return value;
  throw refused('PageSize', {
    en: `expected a whole number from 1 to ${LARGEST_PAGE}`,
    zh: `应为 1 至 ${LARGEST_PAGE} 的整数`,
  });
};

/** The resolvers of the scalars that kit.graphql declares. */
export const scalarResolvers = {
  RegionCode: textScalar({ name: 'RegionCode', parse: (raw) => regionCode(raw) }),
  Date: textScalar({ name: 'Date', parse: (raw) => calendarDate(raw) }),
  Fen: textScalar({ name: 'Fen', parse: (raw) => parseAmount(raw), serialize: String }),
  UnifiedSocialCreditCode: textScalar({
    name: 'UnifiedSocialCreditCode',
    parse: (raw) => creditCodeAsIssued(raw),
  }),
  DateTime: textScalar({ name: 'DateTime', parse: parseMoment, serialize: writeMoment }),
  PageSize: new GraphQLScalarType({
    name: 'PageSize',
    serialize: (value) => value,
    parseValue: pageSize,
    parseLiteral: (node) => pageSize(node.kind === Kind.INT ? Number(node.value) : undefined),
  }),
} as const;

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

function parseMoment(raw: string): Date {
  const at = MOMENT.test(raw) ? new Date(raw) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime()))
    throw badInput({
      field: 'DateTime',
      reason: { en: 'expected RFC 3339', zh: '应为 RFC 3339 时间，例如 2026-03-05T08:00:00+08:00' },
    });
  return at;
}

function writeMoment(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

function explained<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    throw error instanceof DomainError ? refusedAs(error) : error;
  }
}

function refusedAs({ details, messages }: DomainError): GraphQLError {
  const { en, zh } = messages;
  return new GraphQLError(en, {
    extensions: { code: 'BAD_USER_INPUT', kind: 'INVALID', details, messages: { en, zh } },
  });
}

/** graphql-js adds where the value stood; the code makes it the same refusal as every other malformed input. */
function refused(field: string, reason: Message): GraphQLError {
  return new GraphQLError(`${field}: ${reason.en}`, {
    extensions: {
      code: 'BAD_USER_INPUT',
      kind: 'INVALID',
      details: { field, reason: reason.en },
      messages: { en: `${field}: ${reason.en}`, zh: `${field}：${reason.zh}` },
    },
  });
}
