import { addDays, type CalendarDate, regionPrefix } from '@qianshou/kernel';
import type { Dataset, Field, LookUp, Span, Tally } from '../../domain/dataset/dataset.ts';
import { datasetOf } from '../../domain/dataset/datasets.ts';
import type { Condition, Test } from '../../domain/question/question.ts';
import { pastOf, quoted, typeOf } from './columns.ts';
import { regionAt } from './levels.ts';

export type Parameter = string | number | boolean;

/** What statements of one question share: their parameters, and the day of which they tell. */
export interface Workshop {
  readonly parameters: Parameter[];
  readonly asOf: CalendarDate | null;
  names: number;
}

/** A dataset within a statement: its fields as expressions, and what has to be joined for them. */
export interface Frame {
  readonly expression: (field: string) => string;
  readonly condition: (condition: Condition) => string;
  /** With everything that was joined for the expressions that were asked for. */
  readonly from: () => string;
  readonly alias: string;
}

export function workshop(asOf: CalendarDate | null): Workshop {
  return { parameters: [], asOf, names: 0 };
}

/** A value never becomes part of a statement: it is handed over beside it. */
export function parameter(shop: Workshop, value: Parameter, type: string): string {
  shop.parameters.push(value);
  return `$${shop.parameters.length}::${type}`;
}

export function frameOf(shop: Workshop, dataset: Dataset): Frame {
  const alias = newName(shop);
  const joins = new Map<string, string>();
  const joined = (key: string, make: (name: string) => string): string => {
    const known = joins.get(key);
    if (known !== undefined) return known.slice(0, known.indexOf(' '));
    const name = newName(shop);
    joins.set(key, `${name} ${make(name)}`);
    return name;
  };
  const told = (field: string): string => {
    const own = `${alias}.${quoted(field)}`;
    if (!AGENCY_ID.test(field)) return own;
    // An entry that was merged into one that was merged later leads there as well.
    const once = joined(`merged ${field}`, (name) => mergerJoin(shop, own, name));
    const kept = `${once}."keptAgencyId"`;
    const twice = joined(`merged twice ${field}`, (name) => mergerJoin(shop, kept, name));
    return `coalesce(${twice}."keptAgencyId", ${kept}, ${own})`;
  };
  const expression = (field: string): string => {
    const { made } = fieldOf(dataset, field);
    if (made === undefined) return told(field);
    if (made.is === 'SPAN') return spanOf(made, expression);
    if (made.is === 'LOOK_UP')
      return `${joined(`${made.from} ${made.by}`, (name) => lookUpJoin(shop, made, expression(made.by), name))}.${quoted(made.take)}`;
    const name = joined(JSON.stringify(made), (own) => tallyJoin(shop, made, `${alias}.row_key`, own));
    return `coalesce(${name}.counted, 0)`;
  };
  return {
    alias,
    expression,
    condition: (condition) => conditionOf(shop, { dataset, expression }, condition),
    from: () =>
      [
        `${sourceOf(shop, dataset)} ${alias}`,
        ...[...joins.values()].map((join) => join.slice(join.indexOf(' ') + 1)),
      ].join(' '),
  };
}

function newName(shop: Workshop): string {
  shop.names += 1;
  return `t${shop.names}`;
}

function fieldOf({ fields, name }: Dataset, field: string): Field {
  const found = fields[field];
  if (found === undefined) throw new Error(`${name} has no field ${field}`);
  return found;
}

/** What stands, now or at the end of a day: the versions that no other had followed by then. */
function sourceOf(shop: Workshop, { name }: Dataset): string {
  const versions = quoted(name);
  if (shop.asOf === null)
    return `(SELECT v.* FROM ${versions} v ANTI JOIN ${pastOf(name)} p ON p.rid = v.rid WHERE NOT v.gone)`;
  const end = (): string => parameter(shop, endOf(shop.asOf as CalendarDate), 'TIMESTAMP');
  return `(SELECT v.* FROM ${versions} v ANTI JOIN (SELECT rid FROM ${pastOf(name)} WHERE told_at < ${end()}) p ON p.rid = v.rid WHERE NOT v.gone AND v.told_at < ${end()})`;
}

/** Midnight in China, as UTC. */
function endOf(day: CalendarDate): string {
  return new Date(`${addDays(day, 1)}T00:00:00+08:00`).toISOString().replace('T', ' ').replace('Z', '');
}

function spanOf({ from, to }: Span, expression: Frame['expression']): string {
  return `date_diff('day', ${expression(from)}, ${expression(to)})`;
}

/** What names an agency names the entry that stands for it now. */
const AGENCY_ID = /AgencyId$/;

function mergerJoin(shop: Workshop, by: string, name: string): string {
  return lookUpJoin(shop, { from: 'agencyMerger' }, by, name);
}

function lookUpJoin(shop: Workshop, { from }: Pick<LookUp, 'from'>, by: string, name: string): string {
  return `LEFT JOIN ${sourceOf(shop, datasetOf(from))} ${name} ON ${name}.row_key = ${by}`;
}

function tallyJoin(shop: Workshop, { of, by, where }: Tally, key: string, name: string): string {
  const counted = frameOf(shop, datasetOf(of));
  const grouped = counted.expression(by);
  const conditions = Object.entries(where).map(([field, value]) =>
    counted.condition({ is: 'FIELD', field, test: { is: 'IN', values: [value] } }),
  );
  const kept = ['TRUE', ...conditions].join(' AND ');
  return `LEFT JOIN (SELECT ${grouped} AS k, count(*) AS counted FROM ${counted.from()} WHERE ${kept} GROUP BY 1) ${name} ON ${name}.k = ${key}`;
}

interface Conditioned extends Pick<Frame, 'expression'> {
  readonly dataset: Dataset;
}

/** What is missing is neither within nor beyond anything, so that `not` finds it. */
function conditionOf(shop: Workshop, of: Conditioned, condition: Condition): string {
  if (condition.is === 'NOT') return `NOT ${conditionOf(shop, of, condition.of)}`;
  if (condition.is === 'FIELD') {
    const { kind } = fieldOf(of.dataset, condition.field);
    return `coalesce(${testOf(shop, of.expression(condition.field), kind, condition.test)}, FALSE)`;
  }
  const parts = condition.of.map((each) => conditionOf(shop, of, each));
  const [none, glue] = condition.is === 'ALL' ? ['TRUE', ' AND '] : ['FALSE', ' OR '];
  return parts.length === 0 ? none : `(${parts.join(glue)})`;
}

function testOf(shop: Workshop, field: string, kind: Field['kind'], test: Test): string {
  const given = (value: Parameter): string => parameter(shop, value, comparedAs(kind));
  switch (test.is) {
    case 'IN':
      return inOf(field, kind, test.values.map(given));
    case 'FROM':
      return `${field} >= ${given(test.value)}`;
    case 'UP_TO':
      return `${field} <= ${given(test.value)}`;
    case 'CONTAINS':
      return `contains(${field}, ${given(test.text)})`;
    case 'MISSING':
      return `${missingOf(field, kind)} = ${parameter(shop, test.missing, 'BOOLEAN')}`;
    case 'ABOVE':
      return `(${regionAt(test.level, field)}) IS NULL`;
    case 'WITHIN':
      return `starts_with(${field}, ${given(regionPrefix(test.region))})`;
  }
}

/** A number may be larger than any count, or lie between two of them: made a whole one, it would be another question. */
function comparedAs(kind: Field['kind']): string {
  if (kind === 'LIST') return 'VARCHAR';
  return kind === 'COUNT' || kind === 'FEN' ? 'DOUBLE' : typeOf(kind);
}

function inOf(field: string, kind: Field['kind'], values: readonly string[]): string {
  if (values.length === 0) return 'FALSE';
  return kind === 'LIST'
    ? `list_has_any(${field}, [${values.join(', ')}])`
    : `${field} IN (${values.join(', ')})`;
}

function missingOf(field: string, kind: Field['kind']): string {
  return kind === 'LIST' ? `(len(coalesce(${field}, [])) = 0)` : `(${field} IS NULL)`;
}
