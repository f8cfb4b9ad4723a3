import { eachApart } from '@qianshou/kernel';
import { isLive, lapse } from '../../domain/class/enrolment.ts';
import { returnNeeds } from './return-needs.ts';
import type { Ports } from '../ports.ts';

type Deps = Parameters<typeof returnNeeds>[0] & Pick<Ports, 'enrolments'>;

/** TRA-7: an offer that nobody answers lapses, and its need waits for another class. */
export const expireOffers = (deps: Deps) => (): Promise<number> =>
  eachApart(deps.enrolments.offersUntil(deps.clock.now()), (id) =>
    deps.unitOfWork.run(async () => {
      const offer = await deps.enrolments.get(id);
      // Answered meanwhile.
      if (!isLive(offer) || offer.status !== 'OFFERED') return;
      await returnNeeds(deps, [await deps.enrolments.save(lapse(offer, deps.clock.now(), 'OFFER_EXPIRED'))]);
    }),
  );
