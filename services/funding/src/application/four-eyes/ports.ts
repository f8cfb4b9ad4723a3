import type { RegionCode } from '@qianshou/kernel';
import type { FourEyesSwitch, FourEyesSwitched } from '../../domain/four-eyes/four-eyes-switch.ts';
import type { FourEyesSwitchId } from '../../domain/ids.ts';
import type { Repository } from '../reference/ports.ts';

export interface FourEyesSwitches extends Repository<FourEyesSwitchId, FourEyesSwitch, FourEyesSwitched> {
  /** In the order asked for: what each county decided otherwise, or was asked to. */
  readonly ofCounties: (counties: readonly RegionCode[]) => Promise<readonly (readonly FourEyesSwitch[])[]>;
}
