import {
  type Actor,
  type Change,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  oneOfEach,
  type RowDecision,
  type RowDifference,
} from '@qianshou/kernel';
import type { WorkerId } from '../../domain/ids.ts';
import { importPlaceUnmatched } from '../../domain/importing/errors.ts';
import { canImport, mayKeepRecords } from '../../domain/policy.ts';
import { postingNotFound } from '../../domain/posting/errors.ts';
import { mayEnd } from '../../domain/posting/policy.ts';
import type { Posting, PostingEvent } from '../../domain/posting/posting.ts';
import { end, recordPast } from '../../domain/posting/posting-duty.ts';
import type { Workplace } from '../../domain/reference/workplace.ts';
import type { Ports } from '../ports.ts';
import { todayOf } from '../reference/today-of.ts';
import { personOf } from './people.ts';
import { keyOfPerson } from './person-columns.ts';
import { POSTING_COLUMNS, type PostingRow, readPostingRow } from './posting-columns.ts';
import { certificateThen, type Facts, isAt, postingFacts, recruitmentThen } from './posting-facts.ts';

type Entered = Change<Posting, PostingEvent>;

const ROWS_AT_ONCE = 200;

/** Posts of before, also those that are over, by the rules of `recordPastPosting`; one that goes on ends by the day of a file. */
export function importPostings(ports: Ports): ImportKind {
  return importKind<PostingRow, Facts, Entered, Entered>({
    name: 'POSTINGS',
    columns: POSTING_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canImport,
    parse: readPostingRow,
    keyOf: (row) => `${keyOfPerson(row)}/${row.placeCode}/${row.startedOn}`,
    load: (rows) => postingFacts(ports, rows),
    decide: (row, facts, actor) => decide(ports, row, facts, actor),
    after: (facts, { state }) => ({
      ...facts,
      postings: [...facts.postings.filter(({ id }) => id !== state.id), state],
    }),
    changedBy: { role: 'strikePosting', endedOn: endedBy, endReason: endedBy },
    updates: {
      operations: ['endPosting'],
      decide: (row, facts, { actor }) => ended(ports, row, facts, actor),
    },
    save: (entered) => save(ports, entered),
  });
}

function endedBy({ stands }: RowDifference): string {
  return stands === null ? 'endPosting' : 'correctPosting';
}

function decide(ports: Ports, row: PostingRow, facts: Facts, actor: Actor): RowDecision<Entered> {
  const today = todayOf(ports);
  const worker = personOf(facts.people, row.person, actor);
  const now = placeOf(row, facts);
  mayKeepRecords(actor, now.countyCode);
  const known = standing(facts, worker.id, row);
  if (known !== undefined) return knownRow(compared(row, known));
  // Who worked there before it closed is entered all the same.
  const place = row.ended === null ? now : { ...now, closed: false };
  const past = { worker, place, row, today };
  const { person: _person, placeCode: _code, ...input } = row;
  const id = ports.newId('pst');
  return newRow(
    recordPast({ id, ...input }, recruitmentThen(facts, past), certificateThen(facts, past), today),
  );
}

function placeOf({ placeCode }: PostingRow, { places }: Facts): Workplace {
  const place = places.get(placeCode);
  if (place === undefined) throw importPlaceUnmatched({ field: 'placeCode', code: placeCode });
  return place;
}

function standing(facts: Facts, workerId: WorkerId, row: PostingRow): Posting | undefined {
  const place = placeOf(row, facts);
  return facts.postings.find(
    (each) => each.workerId === workerId && isAt(each, place) && each.startedOn === row.startedOn,
  );
}

function compared({ role, ended: over }: PostingRow, { endedOn, endReason, ...known }: Posting) {
  return {
    role: [role, known.role],
    endedOn: [over?.endedOn ?? null, endedOn],
    endReason: [over?.reason ?? null, endReason],
  } as const;
}

function ended(ports: Ports, row: PostingRow, facts: Facts, actor: Actor): Entered {
  const { id } = personOf(facts.people, row.person, actor);
  const known = standing(facts, id, row);
  if (known === undefined || row.ended === null) throw postingNotFound({ id });
  mayEnd(actor, known);
  return end(known, row.ended, todayOf(ports));
}

async function save({ postings, unitOfWork }: Ports, entered: readonly Entered[]): Promise<void> {
  const held = entered.flatMap(({ state }) => [
    `worker:${state.workerId}`,
    `workplace:${state.stationId ?? state.centreId}`,
  ]);
  await unitOfWork.hold(...held);
  await postings.saveMany(oneOfEach(entered));
}
