import type { CalendarDate, Warning } from '@qianshou/kernel';
import type { StationReplica } from '../reference/replicas.ts';
import type { Contract } from './contract.ts';

/** FUN-5: the money is meant for who runs the stations; a contract that outlives its operator is somebody's to decide. */
export function contractWarnings(
  { status, endsOn, providerAgencyId }: Contract,
  stations: readonly (StationReplica | null)[],
  today: CalendarDate,
): readonly Warning[] {
  if (status !== 'SIGNED' || endsOn < today) return [];
  const left = stations.filter(
    (station) => station !== null && station.operatorAgencyId !== providerAgencyId,
  );
  if (left.length === 0) return [];
  return [
    {
      rule: 'FUN-5',
      figures: [{ name: 'STATIONS_OF_OTHERS', value: left.length, expected: 0 }],
      en: `Its provider does not run ${left.length} of its stations any more, and the contract goes on: pay what was done until then, and sign one with the new operator that replaces it.`,
      zh: `承接主体已不再运营合同中的 ${left.length} 个社工站，而合同尚未到期：请结清此前服务，并与新承接机构另签替代合同。`,
    },
  ];
}
