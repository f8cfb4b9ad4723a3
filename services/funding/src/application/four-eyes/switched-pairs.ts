import type { RegionCode } from '@qianshou/kernel';
import type { FourEyesSwitch } from '../../domain/four-eyes/four-eyes-switch.ts';
import { FOUR_EYES, type FourEyesName } from '../../domain/reference/four-eyes-pairs.ts';
import type { Ports } from '../ports.ts';

/** The pairs of which the county holds otherwise than the table. */
export async function switchedPairs(
  { fourEyesSwitches }: Pick<Ports, 'fourEyesSwitches'>,
  countyCode: RegionCode,
): Promise<readonly FourEyesName[]> {
  const [decided = []] = await fourEyesSwitches.ofCounties([countyCode]);
  return switchedAmong(decided);
}

export function switchedAmong(decided: readonly FourEyesSwitch[]): readonly FourEyesName[] {
  return decided.filter(({ pair, holds }) => holds !== FOUR_EYES[pair].byDefault).map(({ pair }) => pair);
}
