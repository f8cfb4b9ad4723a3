import { type Actor, chinaDay } from '@qianshou/kernel';
import { qualificationNumberTaken } from '../../domain/worker/errors.ts';
import { openCase } from '../../domain/worker/identity-case.ts';
import { canLookUp } from '../../domain/worker/policy.ts';
import { type Certificate, isHeld } from '../../domain/worker/qualification.ts';
import { requireSeparateLine } from '../../domain/worker/separate-line.ts';
import type { SocialWorker } from '../../domain/worker/social-worker.ts';
import type { Ports } from '../ports.ts';

export type RecordingPorts = Pick<
  Ports,
  | 'budget'
  | 'clock'
  | 'clocks'
  | 'creditedHours'
  | 'designatedCounties'
  | 'disclosures'
  | 'identityCases'
  | 'newId'
  | 'policies'
  | 'postings'
  | 'unitOfWork'
  | 'workers'
>;

/** PER-13: only where a separate line is drawn. */
export async function requireArea(
  { designatedCounties }: Pick<Ports, 'designatedCounties'>,
  { passLine, validWithin }: Pick<Certificate, 'passLine' | 'validWithin'>,
): Promise<void> {
  if (passLine !== 'SEPARATE_LINE' || validWithin === null) return;
  requireSeparateLine(validWithin, await designatedCounties.hasAny(validWithin));
}

/** PER-16: of their own people the caller hears that the number is taken; of all others their bureau hears it. */
export async function heldElsewhere(
  { workers, unitOfWork }: Pick<Ports, 'unitOfWork' | 'workers'>,
  { id }: SocialWorker,
  certificateKey: string,
  actor: Actor,
): Promise<readonly SocialWorker[]> {
  await unitOfWork.hold(`certificate:${certificateKey}`);
  const holders = (await workers.listByCertificate(certificateKey)).filter(
    (holder) => holder.id !== id && holdsCertificate(holder, certificateKey),
  );
  if (holders.some((holder) => canLookUp(actor, holder))) throw qualificationNumberTaken();
  return holders;
}

export async function openCases(
  { identityCases, newId, clock }: Pick<Ports, 'clock' | 'identityCases' | 'newId'>,
  elsewhere: readonly SocialWorker[],
  worker: SocialWorker,
): Promise<void> {
  const today = chinaDay(clock.now());
  for (const kept of elsewhere) {
    await identityCases.save(openCase(newId('idc'), 'CERTIFICATE_NUMBER', [kept, worker], today));
  }
}

/** What was struck, rejected or revoked takes no number. */
export function holdsCertificate({ qualifications }: SocialWorker, key: string): boolean {
  return qualifications.some((each) => isHeld(each) && each.certificateKey === key);
}
