import { type CalendarDate, type Change, correctedToTheSame, type Grounds, isWithin } from '@qianshou/kernel';
import { workerOfficeElsewhere } from './errors.ts';
import {
  requirePossibleCertificate,
  requirePossibleDegree,
  requirePossibleLife,
  requirePossiblePeriod,
  requireWorkingAge,
} from './possible-life.ts';
import type { PersonFact, PersonFacts } from './person-facts.ts';
import type { BlindIndex } from './personal-data.ts';
import { isHeld } from './qualification.ts';
import type { SocialWorker, WorkerEvent } from './social-worker.ts';

export interface RightFacts extends Partial<PersonFacts> {
  readonly idNumberIndex?: BlindIndex;
}

/** The person stays who they are, whatever name or number they have. */
export function correctPerson(
  worker: SocialWorker,
  right: RightFacts,
  { today, ...grounds }: Grounds & { readonly today: CalendarDate },
): Change<SocialWorker, WorkerEvent> {
  const { idNumberIndex = worker.idNumberIndex, ...facts } = right;
  const fields = (Object.keys(facts) as PersonFact[]).filter((name) => differs(facts[name], worker[name]));
  if (fields.length === 0) throw correctedToTheSame();
  const before = Object.fromEntries(fields.map((name) => [name, worker[name]])) as Partial<PersonFacts>;
  const corrections = [...(worker.corrections ?? []), { ...before, on: today, fields, ...grounds }];
  const state = { ...worker, ...facts, idNumberIndex, corrections };
  requirePossiblePerson(state, today);
  return { state, events: told(worker, state) };
}

function told(worker: SocialWorker, right: SocialWorker): readonly WorkerEvent[] {
  const { id: workerId, countyCode, employerAgencyId, localResident } = right;
  const corrected = {
    type: 'worker.fact-corrected',
    workerId,
    countyCode,
    fact: 'PERSON',
    localResident,
  } as const;
  if (countyCode === worker.countyCode) return [corrected];
  const { countyCode: countyBefore } = worker;
  return [corrected, { type: 'worker.county-changed', workerId, countyCode, countyBefore, employerAgencyId }];
}

/** All that was recorded of them must still be the life of somebody born then. */
function requirePossiblePerson(worker: SocialWorker, today: CalendarDate): void {
  const { birthYear, countyCode, directsOfficeOf } = worker;
  requirePossibleLife(worker, today);
  if (directsOfficeOf !== null && !isWithin(directsOfficeOf, countyCode))
    throw workerOfficeElsewhere({ directsOfficeOf, countyCode });
  const stands = ({ struck }: { readonly struck: unknown }) => struck === null;
  for (const each of worker.qualifications.filter(isHeld)) requirePossibleCertificate(birthYear, each);
  for (const each of worker.degrees.filter(stands)) requirePossibleDegree(birthYear, each, today);
  for (const each of worker.servicePeriods.filter(stands)) requirePossiblePeriod(birthYear, each, today);
  for (const each of worker.employments.filter(stands)) requireWorkingAge(birthYear, each.employedFrom);
}

function differs(right: unknown, known: unknown): boolean {
  if (typeof right !== 'object' || right === null || typeof known !== 'object' || known === null)
    return right !== known;
  return Object.entries(right).some(([name, value]) => value !== (known as Record<string, unknown>)[name]);
}
