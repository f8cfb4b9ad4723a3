import { type Actor, chinaDay, type RegionCode, type Written, onceRequest } from '@qianshou/kernel';
import type { AgencyId, SchemeId } from '../../domain/ids.ts';
import { type ConsentDocument, consentPapers, refusePapers } from '../../domain/application/consent.ts';
import {
  type DraftApplication,
  type Plan,
  propose,
  proposeWithPapers,
  type SubmittedApplication,
} from '../../domain/application/pairing-application.ts';
import { mayPropose } from '../../domain/application/policy.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'applications' | 'agencies' | 'schemes' | 'unitOfWork' | 'clock' | 'newId'>;

export interface SubmitApplicationInput extends Written<Plan> {
  readonly schemeId: SchemeId;
  readonly dispatchingAgencyId: AgencyId;
  readonly recipientAgencyId: AgencyId;
  readonly countyCode: RegionCode;
  readonly consentDocuments: readonly Written<ConsentDocument>[];
  readonly idempotencyKey: string;
}

export const submitApplication =
  ({ applications, agencies, schemes, unitOfWork, clock, newId }: Deps) =>
  async (input: SubmitApplicationInput, actor: Actor): Promise<DraftApplication | SubmittedApplication> => {
    const proposedBy = mayPropose(actor, input);
    const papers = consentPapers(input.consentDocuments, chinaDay(clock.now()));
    if (proposedBy !== 'PROVINCE') refusePapers(papers);
    return unitOfWork.once(onceRequest('submitPairingApplication', actor, input), async () => {
      const parties = {
        scheme: await schemes.get(input.schemeId),
        dispatching: await agencies.get(input.dispatchingAgencyId),
        recipient: await agencies.get(input.recipientAgencyId),
        countyCode: input.countyCode,
      };
      const id = newId('app');
      return applications.save<DraftApplication | SubmittedApplication>(
        proposedBy === 'PROVINCE'
          ? proposeWithPapers(id, input, parties, { papers, at: clock.now() })
          : propose(id, input, parties, { proposedBy }),
      );
    });
  };
