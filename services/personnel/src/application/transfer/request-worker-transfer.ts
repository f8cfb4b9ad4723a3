import { type Actor, badInput, chinaDay, type PublicText, type RegionCode } from '@qianshou/kernel';
import { bureausOf, mayKeepRecords } from '../../domain/policy.ts';
import { requestTransfer, type TransferRequest } from '../../domain/transfer/worker-transfer.ts';
import type { IdNumber } from '../../domain/worker/personal-data.ts';
import { readAs } from '../../domain/worker/reading.ts';
import type { Ports } from '../ports.ts';
import { heldElsewhere } from '../worker/held-elsewhere.ts';

export interface RequestWorkerTransferInput {
  readonly idNumber: IdNumber;
  /** Null: the one county for whose bureau the caller acts. */
  readonly countyCode: RegionCode | null;
  readonly purpose: PublicText;
}

type Deps = Pick<
  Ports,
  | 'budget'
  | 'clock'
  | 'disclosures'
  | 'newId'
  | 'transferQuestions'
  | 'transferRequests'
  | 'unitOfWork'
  | 'vault'
  | 'workers'
>;

/** PER-16: counted as every question by number; a number that nobody has is asked about in the same way and words. */
export const requestWorkerTransfer =
  (deps: Deps) =>
  async (
    { idNumber, countyCode, purpose }: RequestWorkerTransferInput,
    actor: Actor,
  ): Promise<TransferRequest> => {
    const county = countyCode ?? onlyBureauOf(actor);
    mayKeepRecords(actor, county);
    await deps.budget.spend(actor);
    return deps.unitOfWork.run(async () => {
      const [kept = null] = await heldElsewhere(deps, deps.vault.indexOf(idNumber), actor);
      const { subject } = actor;
      const read = kept === null ? {} : readAs(actor, kept);
      const workerId = kept?.id ?? null;
      await deps.disclosures.append({ kind: 'LOOK_UP', ...read, subject, workerId, at: deps.clock.now() });
      const ids = { requestId: deps.newId('wtr'), questionId: deps.newId('wtq') };
      const asked = { ...ids, countyCode: county, purpose };
      const { request, question } = requestTransfer(asked, kept, chinaDay(deps.clock.now()));
      await deps.transferQuestions.save(question);
      return deps.transferRequests.save(request);
    });
  };

function onlyBureauOf(actor: Actor): RegionCode {
  const [county, ...others] = bureausOf(actor);
  if (county !== undefined && others.length === 0) return county;
  throw badInput({
    field: 'countyCode',
    reason: { en: 'name the county that is to keep the person', zh: '请填写调入县代码' },
  });
}
