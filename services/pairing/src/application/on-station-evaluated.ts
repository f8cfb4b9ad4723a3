import type { EventData } from '@qianshou/events';
import { barForYear, liftBar } from '../domain/agency-bar.ts';
import { agencyKey } from './held-keys.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'agencies' | 'unitOfWork'>;

interface Evaluated {
  readonly evaluationId: string;
  readonly operatorAgencyId: EventData<'qianshou.station.evaluated.v1'>['operatorAgencyId'];
  readonly barsOperatorIn: number | null;
  /** The year that the evaluation had barred before it was corrected or struck out. */
  readonly barredIn?: number | null;
}

/** PAIR-13: a station graded 不合格 bars its operator from being paired in the year that the evaluation names. */
export const onStationEvaluated =
  ({ agencies, unitOfWork }: Deps) =>
  ({ evaluationId, operatorAgencyId, barsOperatorIn, barredIn = null }: Evaluated): Promise<void> =>
    unitOfWork.run(async () => {
      if (operatorAgencyId === null || barsOperatorIn === barredIn) return;
      await unitOfWork.hold(agencyKey(operatorAgencyId));
      if (barredIn !== null) {
        const lifted = liftBar(await agencies.get(operatorAgencyId), barredIn, evaluationId);
        await agencies.save(lifted);
      }
      if (barsOperatorIn === null) return;
      await agencies.save(barForYear(await agencies.get(operatorAgencyId), barsOperatorIn, evaluationId));
    });
