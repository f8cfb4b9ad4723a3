import type { EventData } from '@qianshou/events';
import type { Ports } from '../ports.ts';

type Evaluated = Pick<
  EventData<'qianshou.station.evaluated.v1'>,
  'evaluationId' | 'stationId' | 'countyCode' | 'operatorAgencyId' | 'barsOperatorIn'
>;

/** FUN-14: keeps which evaluation bars whom, where and when; one that bars nobody, any more, moves no money. */
export const onStationEvaluated =
  ({ evaluations }: Pick<Ports, 'evaluations'>) =>
  async ({
    evaluationId,
    stationId,
    countyCode,
    operatorAgencyId,
    barsOperatorIn,
  }: Evaluated): Promise<void> => {
    if (operatorAgencyId === null) return;
    if (barsOperatorIn === null) return evaluations.remove(evaluationId);
    await evaluations.put({
      id: evaluationId,
      stationId,
      countyCode,
      operatorAgencyId,
      barsIn: barsOperatorIn,
    });
  };

export const onEvaluationStruck =
  ({ evaluations }: Pick<Ports, 'evaluations'>) =>
  ({ evaluationId }: EventData<'qianshou.station.evaluation-struck.v1'>): Promise<void> =>
    evaluations.remove(evaluationId);
