import {
  type Actor,
  comparableNumber,
  type ImportKind,
  importKind,
  knownRow,
  newRow,
  type RegionCode,
  type RowDecision,
} from '@qianshou/kernel';
import { canImport } from '../../domain/policy.ts';
import { qualificationNumberTaken } from '../../domain/worker/errors.ts';
import { canLookUp } from '../../domain/worker/policy.ts';
import { asRecorded, isHeld, type Qualification } from '../../domain/worker/qualification.ts';
import { requireSeparateLine } from '../../domain/worker/separate-line.ts';
import { recordQualification, type SocialWorker } from '../../domain/worker/social-worker.ts';
import { holdsCertificate, openCases } from '../qualification/certificate-number.ts';
import { fresh, type Told } from '../qualification/life-entry.ts';
import { settlePosts } from '../qualification/settle-posts.ts';
import type { Ports } from '../ports.ts';
import { todayOf } from '../reference/today-of.ts';
import { type People, peopleOf, personOf, saveEntries, withWorker } from './people.ts';
import { keyOfPerson } from './person-columns.ts';
import {
  QUALIFICATION_COLUMNS,
  type QualificationRow,
  readQualificationRow,
} from './qualification-columns.ts';

interface Recorded extends Told {
  readonly certificateKey: string;
  readonly elsewhere: readonly SocialWorker[];
}

interface Facts {
  readonly people: People;
  /** By the number as it is compared. */
  readonly holders: ReadonlyMap<string, readonly SocialWorker[]>;
  /** Whether a separate line is drawn there. */
  readonly separate: ReadonlyMap<RegionCode, boolean>;
}

const ROWS_AT_ONCE = 200;

/** Certificates as they come in on paper, by the rules of `recordQualification`: each still to be verified. */
export function importQualifications(ports: Ports): ImportKind {
  return importKind<QualificationRow, Facts, Recorded>({
    name: 'QUALIFICATIONS',
    columns: QUALIFICATION_COLUMNS,
    rowsAtOnce: ROWS_AT_ONCE,
    may: canImport,
    parse: readQualificationRow,
    keyOf: (row) => `${keyOfPerson(row)}/${keyOf(row)}`,
    load: (rows) => load(ports, rows),
    decide: (row, facts, actor) => decide(ports, row, facts, actor),
    after: (facts, recorded) => withHolder(withWorker(facts, recorded), recorded),
    changedBy: CHANGED_BY,
    save: (recorded) => save(ports, recorded),
  });
}

const CHANGED_BY = Object.fromEntries(
  ['level', 'obtainedOn', 'passLine', 'validWithin', 'byExam'].map((name) => [name, 'correctQualification']),
);

function keyOf({ certificate }: QualificationRow): string {
  return comparableNumber(certificate.certificateNo);
}

async function load(ports: Ports, rows: readonly QualificationRow[]): Promise<Facts> {
  const found = await ports.workers.listByCertificates([...new Set(rows.map(keyOf))]);
  const held = found.flatMap((worker) =>
    worker.qualifications.filter(isHeld).map(({ certificateKey = '' }) => ({ certificateKey, worker })),
  );
  const byKey = Map.groupBy(held, ({ certificateKey }) => certificateKey);
  const areas = new Set(rows.flatMap(({ certificate }) => certificate.validWithin ?? []));
  const separate = new Map<RegionCode, boolean>();
  for (const area of areas) separate.set(area, await ports.designatedCounties.hasAny(area));
  return {
    people: await peopleOf(ports, rows),
    holders: new Map([...byKey].map(([key, holders]) => [key, holders.map(({ worker }) => worker)])),
    separate,
  };
}

function decide(ports: Ports, row: QualificationRow, facts: Facts, actor: Actor): RowDecision<Recorded> {
  const { certificate } = row;
  const certificateKey = keyOf(row);
  const worker = personOf(facts.people, row.person, actor);
  const known = worker.qualifications.find(
    (each) => each.struck === null && comparableNumber(each.certificateNo) === certificateKey,
  );
  if (known !== undefined) return knownRow(compared(certificate, known));
  const { passLine, validWithin } = certificate;
  if (passLine === 'SEPARATE_LINE' && validWithin !== null)
    requireSeparateLine(validWithin, facts.separate.get(validWithin) ?? false);
  const elsewhere = (facts.holders.get(certificateKey) ?? []).filter(
    (holder) => holder.id !== worker.id && holdsCertificate(holder, certificateKey),
  );
  if (elsewhere.some((holder) => canLookUp(actor, holder))) throw qualificationNumberTaken();
  const { recorded } = fresh(ports, worker, actor);
  const entry = asRecorded(ports.newId('qua'), { ...certificate, certificateKey }, recorded);
  return newRow({ ...recordQualification(worker, entry, todayOf(ports)), certificateKey, elsewhere });
}

function withHolder(facts: Facts, { certificateKey, state }: Recorded): Facts {
  const holders = [...(facts.holders.get(certificateKey) ?? []), state];
  return { ...facts, holders: new Map([...facts.holders, [certificateKey, holders]]) };
}

function compared(said: QualificationRow['certificate'], known: Qualification) {
  return {
    level: [said.level, known.level],
    obtainedOn: [said.obtainedOn, known.obtainedOn],
    passLine: [said.passLine, known.passLine],
    validWithin: [said.validWithin, known.validWithin],
    byExam: [String(said.byExam), String(known.byExam)],
  } as const;
}

async function save(ports: Ports, recorded: readonly Recorded[]): Promise<void> {
  await ports.unitOfWork.hold(...recorded.map(({ certificateKey }) => `certificate:${certificateKey}`));
  await saveEntries(ports, recorded, settlePosts);
  for (const { elsewhere, state } of recorded) await openCases(ports, elsewhere, state);
}
