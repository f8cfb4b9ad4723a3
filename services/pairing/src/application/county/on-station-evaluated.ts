import type { EventData } from '@qianshou/events';
import { moveBar } from '../agency/move-bar.ts';
import type { Ports } from '../ports.ts';

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
  (ports: Deps) =>
  ({ evaluationId, operatorAgencyId, barsOperatorIn: to, barredIn: from = null }: Evaluated): Promise<void> =>
    ports.unitOfWork.run(async () => {
      if (operatorAgencyId === null) return;
      await moveBar(ports, { agencyId: operatorAgencyId, evaluationId, from, to });
    });
