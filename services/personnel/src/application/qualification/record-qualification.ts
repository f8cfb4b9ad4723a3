import {
  type Actor,
  type CalendarDate,
  chinaDay,
  comparableNumber,
  expectVersion,
  type RegionCode,
} from '@qianshou/kernel';
import { meetRequirement } from '../../domain/posting/certificate-review.ts';
import { qualificationNumberTaken } from '../../domain/worker/errors.ts';
import type { QualificationLevel } from '../../domain/worker/exam-eligibility.ts';
import { openCase } from '../../domain/worker/identity-case.ts';
import type { WorkerId } from '../../domain/ids.ts';
import { canLookUp, mayCertify } from '../../domain/worker/policy.ts';
import { requireSeparateLine } from '../../domain/worker/separate-line.ts';
import {
  isCertifiedIn,
  type PassLine,
  recordQualification as record,
  type SocialWorker,
} from '../../domain/worker/social-worker.ts';
import { countingRefusals } from '../worker/counting-refusals.ts';
import type { Ports } from '../ports.ts';
import { seenWorker } from '../reference/seen.ts';

type Deps = Pick<
  Ports,
  | 'budget'
  | 'clock'
  | 'designatedCounties'
  | 'disclosures'
  | 'identityCases'
  | 'newId'
  | 'postings'
  | 'unitOfWork'
  | 'workers'
>;

export interface RecordQualificationInput {
  readonly workerId: WorkerId;
  readonly expectedVersion: number | null;
  readonly level: QualificationLevel;
  readonly certificateNo: string;
  readonly obtainedOn: CalendarDate;
  readonly passLine: PassLine;
  readonly validWithin: RegionCode | null;
  readonly byExam: boolean;
}

/** The certificate and what it settles on the worker's posts (PER-8), together. */
export const recordQualification =
  (deps: Deps) =>
  (input: RecordQualificationInput, actor: Actor): Promise<SocialWorker> =>
    countingRefusals(deps, 'recordQualification', actor, () =>
      deps.unitOfWork.run(() => certify(deps, input, actor)),
    );

async function certify(
  deps: Deps,
  { workerId, expectedVersion, ...input }: RecordQualificationInput,
  actor: Actor,
): Promise<SocialWorker> {
  const { workers, postings, clock, newId } = deps;
  const worker = await seenWorker(workers, workerId, actor);
  mayCertify(actor, worker);
  expectVersion(worker, expectedVersion);
  await requireArea(deps, input);
  const certificateKey = comparableNumber(input.certificateNo);
  const elsewhere = await heldElsewhere(deps, worker, certificateKey, actor);
  const today = chinaDay(clock.now());
  const saved = await workers.save(record(worker, { id: newId('qua'), certificateKey, ...input }, today));
  for (const kept of elsewhere) {
    await deps.identityCases.save(openCase(newId('idc'), 'CERTIFICATE_NUMBER', [kept, worker], today));
  }
  for (const posting of await postings.listUncertified(workerId)) {
    if (isCertifiedIn(saved, posting.countyCode)) await postings.save(meetRequirement(posting));
  }
  return saved;
}

async function requireArea(
  { designatedCounties }: Pick<Ports, 'designatedCounties'>,
  { passLine, validWithin }: Pick<RecordQualificationInput, 'passLine' | 'validWithin'>,
): Promise<void> {
  if (passLine !== 'SEPARATE_LINE' || validWithin === null) return;
  requireSeparateLine(validWithin, await designatedCounties.hasAny(validWithin));
}

/** PER-16: of their own people the caller hears that the number is taken; of all others their bureau hears it. */
async function heldElsewhere(
  { workers, unitOfWork }: Pick<Ports, 'unitOfWork' | 'workers'>,
  { id }: SocialWorker,
  certificateKey: string,
  actor: Actor,
): Promise<readonly SocialWorker[]> {
  await unitOfWork.hold(`certificate:${certificateKey}`);
  const holders = (await workers.listByCertificate(certificateKey)).filter((holder) => holder.id !== id);
  if (holders.some((holder) => canLookUp(actor, holder))) throw qualificationNumberTaken();
  return holders;
}
