import type { UnifiedSocialCreditCode } from '@qianshou/kernel';
import type { Agency } from '../domain/agency.ts';
import type { Ports } from './ports.ts';

export const findAgencyByCreditCode =
  ({ agencies }: Pick<Ports, 'agencies'>) =>
  (code: UnifiedSocialCreditCode): Promise<Agency | null> =>
    agencies.findByCreditCode(code);
