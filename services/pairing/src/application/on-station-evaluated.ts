import type { EventData } from '@qianshou/events';
import { barForYear } from '../domain/agency.ts';
import { agencyKey } from './held-keys.ts';
import type { Ports } from './ports.ts';

type Evaluated = EventData<'qianshou.station.evaluated.v1'>;

/** PAIR-13: a station graded 不合格 bars its operator from being paired in the year that the evaluation names. */
export const onStationEvaluated =
  ({ agencies, unitOfWork }: Pick<Ports, 'agencies' | 'unitOfWork'>) =>
  ({ operatorAgencyId, barsOperatorIn }: Evaluated): Promise<void> =>
    unitOfWork.run(async () => {
      if (operatorAgencyId === null || barsOperatorIn === null) return;
      await unitOfWork.hold(agencyKey(operatorAgencyId));
      await agencies.save(barForYear(await agencies.get(operatorAgencyId), barsOperatorIn));
    });
