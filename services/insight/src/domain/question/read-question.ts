import { badInput, type CalendarDate } from '@qianshou/kernel';
import type { Dataset, Field } from '../dataset/dataset.ts';
import { measureWithoutNumber } from '../errors.ts';
import { type GivenWhere, readWhere } from './conditions.ts';
import { constantOf, dimensionsOf } from './dimensions.ts';
import type { GroupOrder, GroupsQuestion, Having, Measure, MeasureKind, RowsQuestion } from './question.ts';

interface GivenMeasure {
  readonly kind: MeasureKind;
  readonly of?: string | null;
  readonly where?: GivenWhere | null;
}

interface GivenHaving {
  readonly measure?: number | null;
  readonly gte?: number | null;
  readonly lte?: number | null;
}

interface GivenGroupOrder {
  readonly measure?: number | null;
  readonly key?: number | null;
  readonly direction?: 'ASC' | 'DESC' | null;
}

interface GivenPage {
  readonly where?: GivenWhere | null;
  readonly asOf?: CalendarDate | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

export interface GivenGroups extends GivenPage {
  readonly by: readonly string[];
  readonly measures: readonly GivenMeasure[];
  readonly having?: readonly GivenHaving[] | null;
  readonly orderBy?: readonly GivenGroupOrder[] | null;
}

export interface GivenRows extends GivenPage {
  readonly orderBy?: readonly { readonly field: string; readonly direction?: 'ASC' | 'DESC' | null }[] | null;
}

const MOST_DIMENSIONS = 6;
const MOST_MEASURES = 10;
const LARGEST_PAGE = 10_000;
const PAGE = 100;

export function readGroups(dataset: Dataset, given: GivenGroups): GroupsQuestion {
  atMost('by', given.by, MOST_DIMENSIONS);
  atMost('measures', given.measures, MOST_MEASURES);
  if (given.measures.length === 0)
    throw badInput({ field: 'measures', reason: { en: 'name at least one', zh: '请至少指定一个度量' } });
  const dimensions = new Map(dimensionsOf(dataset).map((each) => [each.name, each]));
  const measures = given.measures.map((each) => readMeasure(dataset, each));
  return {
    ...readPage(dataset, given),
    by: given.by.map((each) => dimensions.get(each)).filter((each) => each !== undefined),
    measures,
    having: (given.having ?? []).map((each) => readHaving(each, measures.length)),
    order: readOrder(given, measures.length),
  };
}

export function readRows(dataset: Dataset, fields: readonly string[], given: GivenRows): RowsQuestion {
  const order = given.orderBy?.[0];
  return {
    ...readPage(dataset, given),
    fields,
    orderBy:
      order === undefined
        ? null
        : { field: fieldNamed(dataset, order.field), descending: order.direction === 'DESC' },
  };
}

function readPage(dataset: Dataset, { where, asOf, first, after }: GivenPage) {
  const size = first ?? PAGE;
  if (size < 1 || size > LARGEST_PAGE)
    throw badInput({
      field: 'first',
      reason: {
        en: `expected a whole number from 1 to ${LARGEST_PAGE}`,
        zh: `应为 1 至 ${LARGEST_PAGE} 的整数`,
      },
    });
  return { dataset, where: readWhere(dataset, where), asOf: asOf ?? null, first: size, after: after ?? null };
}

function readMeasure(dataset: Dataset, { kind, of, where }: GivenMeasure): Measure {
  const field = ifGiven(of, (name) => fieldNamed(dataset, name));
  const condition = ifGiven(where, (conditions) => readWhere(dataset, conditions));
  const declared = ifGiven(field, (name) => dataset.fields[name] ?? null);
  if (!isFit(kind, declared, condition !== null))
    throw measureWithoutNumber({ measure: kind, field: field ?? '' });
  return { kind, of: field, where: condition };
}

function ifGiven<Raw, Value>(raw: Raw | null | undefined, read: (raw: Raw) => Value): Value | null {
  return raw === null || raw === undefined ? null : read(raw);
}

const NUMBERS = new Set(['COUNT', 'NUMBER', 'FEN']);

function isFit(kind: MeasureKind, field: Field | null, hasWhere: boolean): boolean {
  if (kind === 'COUNT') return field === null;
  if (kind === 'SHARE') return field === null && hasWhere;
  if (field === null) return false;
  return kind === 'COUNT_DISTINCT' || NUMBERS.has(field.kind);
}

/** The contract names fields as constants. */
function fieldNamed(dataset: Dataset, constant: string): string {
  const found = Object.keys(dataset.fields).find((name) => constantOf(name) === constant);
  if (found === undefined)
    throw badInput({
      field: constant,
      reason: { en: 'not a field of this dataset', zh: '不是该数据集的字段' },
    });
  return found;
}

function readHaving({ measure, gte, lte }: GivenHaving, measures: number): Having {
  if (typeof gte === 'number' && typeof lte === 'number' && gte > lte)
    throw badInput({
      field: 'having',
      reason: { en: 'the range ends before it begins', zh: '范围的结束早于开始' },
    });
  return { measure: placeOf('having.measure', measure ?? 0, measures), gte: gte ?? null, lte: lte ?? null };
}

function readOrder({ orderBy, by }: GivenGroups, measures: number): GroupOrder | null {
  const order = orderBy?.[0];
  if (order === undefined) return null;
  const { measure, key, direction } = order;
  return {
    measure: measure === null || measure === undefined ? null : placeOf('orderBy.measure', measure, measures),
    key: placeOf('orderBy.key', key ?? 0, Math.max(by.length, 1)),
    descending: direction === 'DESC',
  };
}

function placeOf(field: string, place: number, length: number): number {
  if (place >= 0 && place < length) return place;
  throw badInput({
    field,
    reason: { en: `expected a place from 0 to ${length - 1}`, zh: `应为 0 至 ${length - 1} 的序号` },
  });
}

function atMost(field: string, items: readonly unknown[], most: number): void {
  if (items.length > most)
    throw badInput({ field, reason: { en: `at most ${most} at once`, zh: `一次最多 ${most} 项` } });
}
