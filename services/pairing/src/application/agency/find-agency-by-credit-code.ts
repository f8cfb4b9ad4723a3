import type { Actor, UnifiedSocialCreditCode } from '@qianshou/kernel';
import { type Agency, isVerified } from '../../domain/agency/agency.ts';
import { mayFindUnverified } from '../../domain/agency/policy.ts';
import type { Ports } from '../ports.ts';

export const findAgencyByCreditCode =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  async (code: UnifiedSocialCreditCode, actor: Actor): Promise<Agency | null> => {
    const found = await agencies.findByCreditCode(code);
    const offered = found !== null && (isVerified(found) || mayFindUnverified(actor, found.homeRegionCode));
    return offered ? found : null;
  };
