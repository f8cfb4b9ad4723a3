import type { Publication } from '@qianshou/events';
import type { FourEyesSwitch, FourEyesSwitched } from '../domain/four-eyes/four-eyes-switch.ts';

export function publishFourEyesEvent(event: FourEyesSwitched, state: FourEyesSwitch): Publication {
  const { countyCode, pair, holds, proposal } = state;
  const named = { countyCode, pair, by: event.by };
  const regionCode = countyCode;
  if (event.type === 'four-eyes.switched')
    return { type: 'qianshou.funding.four-eyes-switched.v1', data: { ...named, holds }, regionCode };
  const data = { ...named, holds: proposal?.holds ?? holds };
  return { type: 'qianshou.funding.four-eyes-proposed.v1', data, regionCode };
}
