import type { EventData } from '@qianshou/events';
import { type ExitPorts, followExitOfCounties } from '../exit/follow-exit.ts';
import type { Ports } from '../ports.ts';

type ContractTold = Pick<
  EventData<'qianshou.funding.contract-signed.v1'>,
  'contractId' | 'countyCode' | 'year'
>;

/** The county has committed money of its own; a corrected contract says anew of which year. */
export const onContractSigned =
  (ports: Pick<Ports, 'unitOfWork'> & ExitPorts) =>
  ({ contractId, countyCode, year }: ContractTold): Promise<void> =>
    ports.unitOfWork.run(async () => {
      await ports.contracts.put({ id: contractId, countyCode, year });
      await followExitOfCounties(ports, countyCode);
    });

/** Refused, withdrawn or replaced by another one, it commits nothing any more. */
export const onContractEnded =
  (ports: Pick<Ports, 'unitOfWork'> & ExitPorts) =>
  ({ contractId, countyCode }: Pick<ContractTold, 'contractId' | 'countyCode'>): Promise<void> =>
    ports.unitOfWork.run(async () => {
      await ports.contracts.remove(contractId);
      await followExitOfCounties(ports, countyCode);
    });
