import type { Message } from '@qianshou/kernel';
import { type Dataset, isPersonal } from '../dataset/dataset.ts';
import { personsOnlyCounted } from '../errors.ts';
import { NEAR_A_PERSON } from '../question/dimensions.ts';
import {
  type Condition,
  type GroupsQuestion,
  type Measure,
  partsOf,
  type RowsQuestion,
  testsIn,
} from '../question/question.ts';

/** What one row may show. */
export function readableFields(dataset: Dataset): readonly string[] {
  return Object.keys(dataset.fields).filter((name) => !isPersonal(dataset, name));
}

/** The first field of the question that says something of persons; null: whoever is counted is counted anyway. */
export function personalIn(question: GroupsQuestion): string | null {
  const { dataset, by, measures, where } = question;
  const named = [
    ...by.map(({ field }) => field),
    ...testsIn(where).map(({ field }) => field),
    ...measures.flatMap(({ of, where: counted }) => [
      ...(of === null ? [] : [of]),
      ...(counted === null ? [] : testsIn(counted).map(({ field }) => field)),
    ]),
  ];
  return named.find((field) => isPersonal(dataset, field)) ?? null;
}

/** What may stand beside a field of persons: nothing by which one of them could be picked out. */
export function refuseFinePersons(question: GroupsQuestion, field: string): void {
  const refuse = (what: Message): never => {
    throw personsOnlyCounted({ field, what });
  };
  const { by, measures, where, dataset } = question;
  if (by.some(({ grain, field: grouped }) => NEAR_A_PERSON.has(grain) || isFine(dataset, grouped)))
    refuse({
      en: 'dimensions finer than the county, the quarter or a code',
      zh: '细于县级、季度或代码的分组维度',
    });
  const wheres = [where, ...measures.flatMap((each) => each.where ?? [])];
  if (wheres.flatMap(testsIn).some(({ field: tested, test }) => !isCoarse(dataset, tested, test)))
    refuse({
      en: 'conditions other than `in`, `eq` and a region down to the county',
      zh: 'in、eq 及县级以上区划以外的条件',
    });
  if (wheres.flatMap(partsOf).some((part) => isMixed(dataset, part)))
    refuse({
      en: '`or` and `not` that join it with other fields; join them with `and`',
      zh: '\u5c06\u8be5\u5b57\u6bb5\u4e0e\u5176\u4ed6\u5b57\u6bb5\u7528 or\u3001not \u7ec4\u5408\uff0c\u8bf7\u6539\u7528 and',
    });
  if (measures.some((each) => !isCounted(dataset, each)))
    refuse({
      en: 'measures other than COUNT, SHARE and the sum of persons',
      zh: 'COUNT、SHARE 及人次合计以外的度量',
    });
}

/** Persons put together with rows whose number is known would be told to the one. */
function isMixed(dataset: Dataset, part: Condition): boolean {
  const kinds = new Set(testsIn(part).map(({ field }) => isPersonal(dataset, field)));
  return kinds.size > 1;
}

/**
 * The same without its fields of persons: of what the groups and their measures are parts. That is told exactly to
 * whoever asks for it, so a part that leaves out a few of it tells those few.
 */
export function aroundPersons(question: GroupsQuestion): GroupsQuestion {
  const { dataset, by, where, measures } = question;
  const without = (condition: Condition): Condition => ({
    is: 'ALL',
    of: partsOf(condition).filter((part) => !testsIn(part).some(({ field }) => isPersonal(dataset, field))),
  });
  return {
    ...question,
    by: by.filter(({ field }) => !isPersonal(dataset, field)),
    where: without(where),
    measures: measures.map(({ kind, of, where: counted }) => ({
      kind: kind === 'SUM' ? kind : 'COUNT',
      of: kind === 'SUM' ? of : null,
      where: counted === null ? null : without(counted),
    })),
    having: [],
    order: null,
  };
}

export function refusePersonsInRows({ dataset, where, orderBy }: RowsQuestion): void {
  const named = [...testsIn(where).map(({ field }) => field), ...(orderBy === null ? [] : [orderBy.field])];
  const field = named.find((each) => isPersonal(dataset, each));
  if (field === undefined) return;
  throw personsOnlyCounted({
    field,
    what: { en: 'it, or ask for groups', zh: '该字段，或改用分组查询' },
  });
}

const FINE = new Set(['ID', 'NAME', 'COUNT', 'NUMBER', 'FEN']);

function isFine({ fields }: Dataset, field: string): boolean {
  return FINE.has(fields[field]?.kind ?? '');
}

const COUNTY_DIGITS = 6;

function isCoarse(
  dataset: Dataset,
  field: string,
  test: { readonly is: string; readonly region?: string },
): boolean {
  if (test.is === 'WITHIN') return (test.region ?? '').length <= COUNTY_DIGITS;
  const { kind } = dataset.fields[field] ?? {};
  return test.is === 'IN' && (kind === 'CODE' || kind === 'FLAG');
}

function isCounted({ persons }: Dataset, { kind, of }: Measure): boolean {
  return kind === 'COUNT' || kind === 'SHARE' || (kind === 'SUM' && of !== null && of === persons);
}
