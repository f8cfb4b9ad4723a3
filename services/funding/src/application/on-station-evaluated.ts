import type { EventData } from '@qianshou/events';
import type { Ports } from './ports.ts';

type Evaluated = EventData<'qianshou.station.evaluated.v1'>;

/** FUN-14: keeps which evaluation bars whom, where and when; one that bars nobody moves no money. */
export const onStationEvaluated =
  ({ evaluations }: Pick<Ports, 'evaluations'>) =>
  async ({
    evaluationId,
    stationId,
    countyCode,
    operatorAgencyId,
    barsOperatorIn,
  }: Evaluated): Promise<void> => {
    if (operatorAgencyId === null || barsOperatorIn === null) return;
    await evaluations.put({
      id: evaluationId,
      stationId,
      countyCode,
      operatorAgencyId,
      barsIn: barsOperatorIn,
    });
  };
