import {
  badInput,
  calendarDate,
  DomainError,
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
    if (typeof value !== 'string') throw refused(name, 'expected a string');
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
  throw refused('PageSize', `expected a whole number from 1 to ${LARGEST_PAGE}`);
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
  if (Number.isNaN(at.getTime())) throw badInput({ field: 'DateTime', reason: 'expected RFC 3339' });
  return at;
}

function writeMoment(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

function explained<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    throw error instanceof DomainError
      ? refused(String(error.details['field']), String(error.details['reason']))
      : error;
  }
}

/** graphql-js adds where the value stood; the code makes it the same refusal as every other malformed input. */
function refused(field: string, reason: string): GraphQLError {
  return new GraphQLError(`${field}: ${reason}`, {
    extensions: { code: 'BAD_USER_INPUT', kind: 'INVALID', details: { field, reason } },
  });
}
