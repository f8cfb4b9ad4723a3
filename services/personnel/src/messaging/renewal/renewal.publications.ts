import type { Publication } from '@qianshou/events';
import type { RenewalDecision, RenewalEvent } from '../../domain/renewal/renewal.ts';

/** The outcome and its day: why is between the bureau and the person. */
export function publishRenewalEvent(event: RenewalEvent, { id: renewalId }: RenewalDecision): Publication {
  const regionCode = event.countyCode;
  switch (event.type) {
    case 'renewal.proposed': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.renewal-proposed.v1', data: { renewalId, ...data }, regionCode };
    }
    case 'renewal.decided': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.renewal-decided.v1', data: { renewalId, ...data }, regionCode };
    }
    case 'renewal.lapsed': {
      const { type: _type, ...data } = event;
      return { type: 'qianshou.personnel.renewal-lapsed.v1', data: { renewalId, ...data }, regionCode };
    }
  }
}
