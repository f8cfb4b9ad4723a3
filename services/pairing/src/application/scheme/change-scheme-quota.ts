import { type Actor, type CalendarDate, chinaDay, expectVersion } from '@qianshou/kernel';
import { changeQuota, type CooperationScheme } from '../../domain/scheme/cooperation-scheme.ts';
import type { SchemeId } from '../../domain/ids.ts';
import { refuseUndecided } from '../../domain/scheme/decided-on.ts';
import { mayChangeScheme } from '../../domain/scheme/policy.ts';
import { schemeKey } from '../reference/held-keys.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

export interface ChangeSchemeQuotaInput {
  readonly schemeId: SchemeId;
  readonly quota: number;
  readonly documentNo: string;
  /** Of the document; null: not said. */
  readonly decidedOn: CalendarDate | null;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'clock' | 'schemes' | 'unitOfWork'>;

export const changeSchemeQuota =
  (ports: Deps) =>
  (input: ChangeSchemeQuotaInput, actor: Actor): Promise<CooperationScheme> =>
    ports.unitOfWork.once(onceRequest('changeSchemeQuota', actor, input), async () => {
      await ports.unitOfWork.hold(schemeKey(input.schemeId));
      const scheme = await ports.schemes.get(input.schemeId);
      mayChangeScheme(actor, scheme);
      expectVersion(scheme, input.expectedVersion);
      refuseUndecided(input.decidedOn, chinaDay(ports.clock.now()));
      return ports.schemes.save(changeQuota(scheme, input.quota, input));
    });
