import {
  type Actor,
  badInput,
  type CalendarDate,
  chinaDay,
  type RegionCode,
  onceRequest,
} from '@qianshou/kernel';
import type { PairingId } from '../../domain/ids.ts';
import { type PublicityItem, type PublicityKind, recordPublicity } from '../../domain/work/publicity-item.ts';
import { mayPublicise } from '../../domain/work/policy.ts';
import type { Ports } from '../ports.ts';

/** About one pairing, or about a region: exactly one of the two is named. */
export interface RecordPublicityItemInput {
  readonly kind: PublicityKind;
  readonly title: string;
  readonly link: string;
  readonly publishedOn: CalendarDate;
  readonly pairingId: PairingId | null;
  readonly regionCode: RegionCode | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'publicity' | 'pairings' | 'unitOfWork' | 'clock' | 'newId'>;

export const recordPublicityItem =
  (ports: Deps) =>
  (input: RecordPublicityItemInput, actor: Actor): Promise<PublicityItem> =>
    ports.unitOfWork.once(onceRequest('recordPublicityItem', actor, input), async () => {
      const regionCode = await subjectRegion(ports, input);
      mayPublicise(actor, regionCode);
      const { idempotencyKey: _key, ...entry } = input;
      const today = chinaDay(ports.clock.now());
      return ports.publicity.save(recordPublicity(ports.newId('pub'), { ...entry, regionCode }, today));
    });

async function subjectRegion(
  { pairings }: Deps,
  { pairingId, regionCode }: RecordPublicityItemInput,
): Promise<RegionCode> {
  if (pairingId !== null && regionCode === null) return (await pairings.get(pairingId)).countyCode;
  if (pairingId === null && regionCode !== null) return regionCode;
  throw badInput({
    field: 'regionCode',
    reason: { en: 'name either a pairing or a region', zh: '请在结对与区划中指明其一' },
  });
}
