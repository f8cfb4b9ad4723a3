import type { Publication } from '@qianshou/events';
import { NATION } from '@qianshou/kernel';
import type { RegionSuccession, SuccessionEvent } from '../../domain/region/region-succession.ts';
import type { UnitScope, UnitScopeEvent } from '../../domain/region/unit-scope.ts';

export function publishSuccessionEvent(event: SuccessionEvent, succession: RegionSuccession): Publication {
  const { id: successionId, kind, from, to, name, on } = succession;
  const data = { successionId, kind, from: [...from], to: [...to], name, on };
  const regionCode = [...from, ...to][0] ?? NATION;
  switch (event.type) {
    case 'region-succession.recorded':
      return { type: 'qianshou.station.region-succession-recorded.v1', data, regionCode };
    case 'region-succession.followed': {
      const followed = { ...data, followedOn: event.followedOn };
      return { type: 'qianshou.station.region-succession-followed.v1', data: followed, regionCode };
    }
    case 'region-succession.struck':
      return { type: 'qianshou.station.region-succession-struck.v1', data, regionCode };
  }
}

export function publishUnitScopeEvent(event: UnitScopeEvent, scope: UnitScope): Publication {
  const { id: townshipCode, countyCode } = scope;
  const place = { townshipCode, countyCode };
  const regionCode = townshipCode;
  if (event.type === 'unit-scope.left')
    return {
      type: 'qianshou.station.unit-left-scope.v1',
      data: { ...place, since: event.since, successionId: scope.out?.successionId ?? null },
      regionCode,
    };
  const { since, until } = event;
  return { type: 'qianshou.station.unit-returned-to-scope.v1', data: { ...place, since, until }, regionCode };
}
