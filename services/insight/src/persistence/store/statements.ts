import type { Dataset } from '../../domain/dataset/dataset.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { type Dimension, isLevel } from '../../domain/question/dimensions.ts';
import type { GroupsQuestion, Measure, RowsQuestion } from '../../domain/question/question.ts';
import type { RowsPlace } from '../../application/question/ports.ts';
import { quoted } from './columns.ts';
import { regionAt } from './levels.ts';
import { type Frame, frameOf, parameter, type Parameter, type Workshop, workshop } from './frame.ts';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** More groups than an answer may have are not made. */
export const MOST_GROUPS = 50_000;

export function groupsStatement(question: GroupsQuestion, scope: Scope): Statement {
  const { dataset, by, measures, where, asOf } = question;
  const shop = workshop(asOf);
  const frame = frameOf(shop, dataset);
  const keys = by.map((dimension, at) => `${keyOf(frame, dataset, dimension)} AS k${at}`);
  const measured = measures.flatMap((measure, at) => columnsOf(frame, measure, at));
  const persons = dataset.persons === undefined ? '1' : frame.expression(dataset.persons);
  const kept = [frame.condition(where), withinScope(shop, frame, dataset, scope)].join(' AND ');
  const base = `SELECT ${[...keys, ...measured, `${persons} AS persons`].join(', ')} FROM ${frame.from()} WHERE ${kept}`;
  const told = [
    ...by.map((_dimension, at) => `CAST(k${at} AS VARCHAR) AS k${at}`),
    ...measures.map((measure, at) => `${aggregateOf(measure, at)} AS v${at}`),
    `${numeratorOf(measures)} AS numerator`,
    'count(*) AS denominator',
    'coalesce(sum(persons), 0)::DOUBLE AS persons',
  ];
  const groups = by.length === 0 ? '' : ` GROUP BY ${by.map((_dimension, at) => `base.k${at}`).join(', ')}`;
  return {
    sql: `WITH base AS (${base}) SELECT ${told.join(', ')} FROM base${groups} LIMIT ${MOST_GROUPS + 1}`,
    parameters: shop.parameters,
  };
}

export function rowsStatement(question: RowsQuestion, scope: Scope, from: RowsPlace): Statement {
  const { dataset, where, orderBy, first, asOf, fields } = question;
  const shop = workshop(asOf);
  const frame = frameOf(shop, dataset);
  const told = fields.map((name) => {
    const expression = frame.expression(name);
    return `${dataset.fields[name]?.kind === 'DAY' ? `CAST(${expression} AS VARCHAR)` : expression} AS ${quoted(name)}`;
  });
  const order =
    orderBy === null
      ? []
      : [`${frame.expression(orderBy.field)} ${orderBy.descending ? 'DESC' : 'ASC'} NULLS LAST`];
  const key = `${frame.alias}.row_key`;
  const kept = [
    frame.condition(where),
    withinScope(shop, frame, dataset, scope),
    ...(from.is === 'AFTER_KEY' ? [`${key} > ${parameter(shop, from.key, 'VARCHAR')}`] : []),
  ].join(' AND ');
  const skipped = from.is === 'AFTER_ROWS' ? ` OFFSET ${parameter(shop, from.rows, 'BIGINT')}` : '';
  const ordered = [...order, key].join(', ');
  return {
    sql: `SELECT ${[`${key} AS row_key`, ...told].join(', ')} FROM ${frame.from()} WHERE ${kept} ORDER BY ${ordered} LIMIT ${first}${skipped}`,
    parameters: shop.parameters,
  };
}

export function countStatement({ dataset, where, asOf }: RowsQuestion, scope: Scope): Statement {
  const shop = workshop(asOf);
  const frame = frameOf(shop, dataset);
  const kept = [frame.condition(where), withinScope(shop, frame, dataset, scope)].join(' AND ');
  return { sql: `SELECT count(*) AS found FROM ${frame.from()} WHERE ${kept}`, parameters: shop.parameters };
}

/** Of every statement: what the caller may see is found, and nothing else is there. */
function withinScope(shop: Workshop, frame: Frame, { place }: Dataset, scope: Scope): string {
  if (scope === 'EVERYWHERE') return 'TRUE';
  const lies = frame.expression(place);
  const within = scope.map((prefix) => `starts_with(${lies}, ${parameter(shop, prefix, 'VARCHAR')})`);
  return `coalesce(${within.length === 0 ? 'FALSE' : `(${within.join(' OR ')})`}, FALSE)`;
}

function keyOf(frame: Frame, { fields }: Dataset, { field, grain }: Dimension): string {
  const value = frame.expression(field);
  if (isLevel(grain)) return regionAt(grain, value);
  switch (grain) {
    case 'YEAR':
      return `strftime(${value}, '%Y')`;
    case 'QUARTER':
      return `strftime(${value}, '%Y') || '-Q' || quarter(${value})`;
    case 'MONTH':
      return `strftime(${value}, '%Y-%m')`;
    case 'DAY':
      return `strftime(${value}, '%Y-%m-%d')`;
    default:
      return fields[field]?.kind === 'LIST' ? `unnest(${value})` : value;
  }
}

function columnsOf(frame: Frame, { of, where }: Measure, at: number): readonly string[] {
  return [
    ...(of === null ? [] : [`${frame.expression(of)} AS m${at}`]),
    ...(where === null ? [] : [`${frame.condition(where)} AS w${at}`]),
  ];
}

function aggregateOf({ kind, where }: Measure, at: number): string {
  const of = `m${at}`;
  const kept = where === null ? '' : ` FILTER (WHERE w${at})`;
  switch (kind) {
    case 'COUNT':
      return `(count(*)${kept})::DOUBLE`;
    case 'COUNT_DISTINCT':
      return `(count(DISTINCT ${of})${kept})::DOUBLE`;
    case 'SHARE':
      return `(count(*)${kept})::DOUBLE / nullif(count(*), 0)`;
    case 'SUM':
      return `(sum(${of})${kept})::DOUBLE`;
    case 'MEAN':
      return `(avg(${of})${kept})::DOUBLE`;
    default:
      return `(${kind.toLowerCase()}(${of})${kept})::DOUBLE`;
  }
}

function numeratorOf(measures: readonly Measure[]): string {
  const at = measures.findIndex(({ kind }) => kind === 'SHARE');
  return at === -1 ? 'NULL' : `count(*) FILTER (WHERE w${at})`;
}
