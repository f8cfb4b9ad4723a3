import {
  type Actor,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  type RowDecision,
  type RowDifference,
} from '@qianshou/kernel';
import { mayRecordEmployment } from '../../domain/employment/actions.ts';
import { employmentNotFound } from '../../domain/employment/errors.ts';
import { employmentDecisions, endEmployment } from '../../domain/employment/employments.ts';
import { canImport } from '../../domain/policy.ts';
import { type Employment, employmentsOf } from '../../domain/worker/employment.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import { fresh, type Told } from '../qualification/life-entry.ts';
import { recountPosts } from '../qualification/settle-posts.ts';
import type { Ports } from '../ports.ts';
import { todayOf } from '../reference/today-of.ts';
import { agencyKnown, type Employers, employersOf, requireKnownEmployer } from './employers.ts';
import { EMPLOYMENT_COLUMNS, type EmploymentRow, readEmploymentRow } from './employment-columns.ts';
import { holdersOf, type People, peopleOf, personOf, saveEntries, withWorker } from './people.ts';
import { keyOfPerson } from './person-columns.ts';

interface Facts {
  readonly people: People;
  readonly employers: Employers;
}

const ROWS_AT_ONCE = 200;

/** Who employed whom in which days, by the rules of `recordEmployment`; one that goes on ends by the day of a file. */
export function importEmployments(ports: Ports): ImportKind {
  return importKind<EmploymentRow, Facts, Told, Told>({
    name: 'EMPLOYMENTS',
    columns: EMPLOYMENT_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canImport,
    parse: readEmploymentRow,
    keyOf: (row) => `${keyOfPerson(row)}/${row.agencyId}/${row.employedFrom}`,
    load: (rows) => load(ports, rows),
    decide: (row, facts, actor) => decide(ports, row, facts, actor),
    after: withWorker,
    changedBy: { kind: 'correctEmployment', employedTo: endedBy },
    updates: {
      operations: ['endEmployment'],
      decide: (row, { people }, { actor }) => ended(ports, row, personOf(people, row.person, actor)),
    },
    save: (changes) => saveEntries(ports, changes, recountPosts),
  });
}

function endedBy({ stands }: RowDifference): string {
  return stands === null ? 'endEmployment' : 'correctEmployment';
}

async function load(ports: Ports, rows: readonly EmploymentRow[]): Promise<Facts> {
  const people = await peopleOf(ports, rows);
  const placed = rows.flatMap(({ person, agencyId: employerAgencyId }) =>
    holdersOf(people, person).map(({ countyCode }) => ({ employerAgencyId, countyCode })),
  );
  return { people, employers: await employersOf(ports, placed) };
}

function decide(ports: Ports, row: EmploymentRow, facts: Facts, actor: Actor): RowDecision<Told> {
  const { person, ...employment } = row;
  const worker = personOf(facts.people, person, actor);
  mayRecordEmployment(actor, worker, employment);
  const known = standing(worker, row);
  if (known !== undefined) return knownRow(compared(row, known));
  const { agencyId: employerAgencyId, employedTo } = employment;
  const { countyCode } = worker;
  if (employedTo === null) requireKnownEmployer(facts.employers, { employerAgencyId, countyCode }, actor);
  else agencyKnown(facts.employers, employerAgencyId);
  const entry = { id: ports.newId('emp'), ...employment, ...fresh(ports, worker, actor) };
  return newRow(employmentDecisions.record(worker, entry, todayOf(ports)));
}

function standing(worker: SocialWorker, { agencyId, employedFrom }: EmploymentRow): Employment | undefined {
  return employmentsOf(worker).find(
    (each) => each.struck === null && each.agencyId === agencyId && each.employedFrom === employedFrom,
  );
}

function compared(row: EmploymentRow, known: Employment) {
  return { kind: [row.kind, known.kind], employedTo: [row.employedTo, known.employedTo] } as const;
}

function ended(ports: Ports, row: EmploymentRow, worker: SocialWorker): Told {
  const known = standing(worker, row);
  if (known === undefined || row.employedTo === null) throw employmentNotFound({ id: row.agencyId });
  return endEmployment(worker, known.id, row.employedTo, todayOf(ports));
}
