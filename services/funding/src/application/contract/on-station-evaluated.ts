import type { EventData } from '@qianshou/events';
import type { StationId } from '../../domain/ids.ts';
import type { StationEvaluation } from '../../domain/reference/replicas.ts';
import { contractsKey } from '../reference/held-keys.ts';
import type { Ports } from '../ports.ts';
import { followEvaluations } from './follow-evaluations.ts';

type Deps = Pick<Ports, 'contracts' | 'evaluations' | 'unitOfWork'>;

type Evaluated = EventData<'qianshou.station.evaluated.v1' | 'qianshou.station.evaluation-corrected.v1'>;

/** FUN-12, FUN-14: keeps which evaluation bars whom, and which ones contracts wait for; those contracts follow. */
export const onStationEvaluated =
  (ports: Deps) =>
  async (told: Evaluated): Promise<void> => {
    const { evaluationId: id, stationId, countyCode, operatorAgencyId, barsOperatorIn: barsIn } = told;
    if (operatorAgencyId === null) return;
    const { kind, grade, year, evaluatedOn } = told;
    const facts = { kind, grade, year, evaluatedOn };
    await changed(ports, told, () =>
      ports.evaluations.put({ id, stationId, countyCode, operatorAgencyId, barsIn, ...facts }),
    );
  };

export const onEvaluationStruck =
  (ports: Deps) =>
  (told: EventData<'qianshou.station.evaluation-struck.v1'>): Promise<void> =>
    changed(ports, told, () => ports.evaluations.remove(told.evaluationId));

function changed(
  ports: Deps,
  { stationId, countyCode }: Pick<StationEvaluation, 'countyCode'> & { readonly stationId: StationId },
  change: () => Promise<void>,
): Promise<void> {
  const { contracts, unitOfWork } = ports;
  return unitOfWork.run(async () => {
    await unitOfWork.hold(contractsKey(countyCode));
    await change();
    for (const contract of await contracts.findSignedFor(stationId)) await followEvaluations(ports, contract);
  });
}
