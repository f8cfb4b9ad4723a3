import {
  type Actor,
  type CalendarDate,
  type Change,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  type RowDecision,
} from '@qianshou/kernel';
import { canImport } from '../../domain/policy.ts';
import { openCase } from '../../domain/worker/identity-case.ts';
import { birthYearOf, type IdNumber, type PersonalField } from '../../domain/worker/personal-data.ts';
import { canLookUp, mayRegister } from '../../domain/worker/policy.ts';
import {
  agreeOnBirth,
  registerWorker,
  sealedField,
  type SocialWorker,
  type WorkerEvent,
} from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';
import { todayOf } from '../reference/today-of.ts';
import { sealAll } from '../worker/seal-all.ts';
import { type Employers, employersOf, requireKnownEmployer } from './employers.ts';
import { readWorkerRow, WORKER_COLUMNS, type WorkerRow } from './worker-columns.ts';

interface Registration extends Change<SocialWorker, WorkerEvent> {
  /** Whom other bureaus keep by this number: each hears of it, and the caller does not. */
  readonly elsewhere: readonly SocialWorker[];
}

interface Facts {
  readonly holders: ReadonlyMap<IdNumber, readonly SocialWorker[]>;
  readonly employers: Employers;
}

/** Large enough to be fast, small enough that requests are answered in between. */
const ROWS_AT_ONCE = 1_000;

/** PER-16: people who are kept on paper so far, each by the ID number, by the rules of `registerSocialWorker`. */
export function importWorkers(ports: Ports): ImportKind {
  return importKind<WorkerRow, Facts, Registration>({
    name: 'WORKERS',
    columns: WORKER_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canImport,
    parse: readWorkerRow,
    keyOf: ({ idNumber }) => idNumber,
    load: (rows) => load(ports, rows),
    decide: (row, facts, actor) => decide(ports, row, facts, actor),
    changedBy: CHANGED_BY,
    save: (registrations) => save(ports, registrations),
  });
}

const CHANGED_BY = {
  employerAgencyId: 'recordEmployment, endEmployment, offerEmploymentTransfer',
} as const;

async function load(ports: Ports, rows: readonly WorkerRow[]): Promise<Facts> {
  const numbers = [...new Set(rows.map(({ idNumber }) => idNumber))];
  const indexes = new Map(numbers.map((number) => [number, ports.vault.indexOf(number)]));
  const found = await ports.workers.listByIdNumbers([...indexes.values()]);
  const held = Map.groupBy(found, ({ idNumberIndex }) => idNumberIndex);
  const placed = rows.flatMap(({ employerAgencyId, countyCode }) =>
    employerAgencyId === null ? [] : [{ employerAgencyId, countyCode }],
  );
  return {
    holders: new Map(numbers.map((number) => [number, held.get(indexes.get(number) ?? null) ?? []])),
    employers: await employersOf(ports, placed),
  };
}

function decide(ports: Ports, row: WorkerRow, facts: Facts, actor: Actor): RowDecision<Registration> {
  mayRegister(actor, row);
  const today = todayOf(ports);
  agreeOnBirth(birthYearOf(row.idNumber), row.idNumber, today);
  const holders = facts.holders.get(row.idNumber) ?? [];
  const own = holders.find((holder) => canLookUp(actor, holder));
  if (own !== undefined) return knownRow(compared(ports, row, own));
  const { employerAgencyId, countyCode } = row;
  if (employerAgencyId !== null)
    requireKnownEmployer(facts.employers, { employerAgencyId, countyCode }, actor);
  return newRow({ ...registered(ports, row, today), elsewhere: holders });
}

function registered(ports: Ports, row: WorkerRow, today: CalendarDate): Change<SocialWorker, WorkerEvent> {
  const { name, phone, idNumber, ...open } = row;
  const sealed = sealAll(ports.vault, ports.newId('wkr'), { name, phone, idNumber });
  return registerWorker({ ...open, ...sealed, birthYear: birthYearOf(idNumber) }, today);
}

/** In which columns the book says something else; what is personal is compared here and quoted nowhere. */
function compared({ vault }: Ports, row: WorkerRow, worker: SocialWorker) {
  const { education } = row;
  const opened = (field: PersonalField): string | null => {
    const sealed = sealedField(worker, field);
    return sealed === null ? null : vault.open({ workerId: worker.id, field }, sealed);
  };
  return {
    name: [row.name, opened('NAME')],
    phone: [row.phone, opened('PHONE')],
    countyCode: [row.countyCode, worker.countyCode],
    localResident: [String(row.localResident), String(worker.localResident)],
    educationLevel: [education.level, worker.education.level],
    major: [education.major, worker.education.major],
    fullTime: [String(education.fullTime), String(worker.education.fullTime)],
    graduatedOn: [education.graduatedOn, worker.education.graduatedOn],
    socialWorkSince: [row.socialWorkSince, worker.socialWorkSince],
    priorSocialWorkMonths: [String(row.priorSocialWorkMonths), String(worker.priorSocialWorkMonths)],
    employerAgencyId: [row.employerAgencyId, worker.employerAgencyId],
    directsOfficeOf: [row.directsOfficeOf, worker.directsOfficeOf],
  } as const;
}

async function save(ports: Ports, registrations: readonly Registration[]): Promise<void> {
  const { workers, identityCases, unitOfWork, newId } = ports;
  await unitOfWork.hold(...registrations.map(({ state }) => `id-number:${state.idNumberIndex}`));
  await workers.saveMany(registrations);
  const today = todayOf(ports);
  for (const { state, elsewhere } of registrations)
    for (const kept of elsewhere)
      await identityCases.save(openCase(newId('idc'), 'ID_NUMBER', [kept, state], today));
}
