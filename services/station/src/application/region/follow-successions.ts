import { type CalendarDate, chinaDay, countyOf, eachApart, levelOf, type RegionCode } from '@qianshou/kernel';
import { followSuccession, goneBy, type RegionSuccession } from '../../domain/region/region-succession.ts';
import { inScope, leaveScope } from '../../domain/region/unit-scope.ts';
import { relocateStation } from '../../domain/station/relocation.ts';
import { relocateRoom } from '../../domain/village-room/room-relocation.ts';
import { countyKey } from '../county/county-key.ts';
import { followCoverage } from '../county/follow-coverage.ts';
import { rulesOfCounty } from '../county/rules-of-county.ts';
import type { Ports } from '../ports.ts';
import { saveStation } from '../station/save-station.ts';
import type { ScopePorts } from './change-unit-scope.ts';

export type SuccessionPorts = ScopePorts &
  Pick<Ports, 'regionSuccessions' | 'villageRooms' | 'acceptanceChecks'>;

/** Run by a job, and at once where the day has come: each succession is followed in one transaction, once. */
export const followSuccessions =
  (ports: SuccessionPorts) => async (): Promise<{ readonly found: number }> => {
    const { regionSuccessions, unitOfWork, clock } = ports;
    const today = chinaDay(clock.now());
    const due = await regionSuccessions.findDue(today);
    await eachApart(due, ({ id, from, to }) =>
      unitOfWork.run(async () => {
        await unitOfWork.hold(countyKey(countyOf([...from, ...to][0] as RegionCode)));
        const [succession] = await regionSuccessions.findMany([id]);
        if (succession?.followedOn === null && succession.struck === null)
          await follow(ports)(succession, today);
      }),
    );
    return { found: due.length };
  };

/** Within the transaction that holds the county: what is gone takes nothing new, and what stood there is its successor's. */
export const follow =
  (ports: SuccessionPorts) =>
  async (succession: RegionSuccession, today: CalendarDate): Promise<RegionSuccession> => {
    const { regions, regionSuccessions } = ports;
    await regions.succeed(succession);
    for (const unit of goneBy(succession)) await followUnit(ports)(unit, succession, today);
    const [first] = [...succession.from, ...succession.to];
    if (first !== undefined && levelOf(first) === 'TOWNSHIP_UNIT')
      await followCoverage(ports)(countyOf(first));
    return regionSuccessions.save(followSuccession(succession, today));
  };

const followUnit =
  (ports: SuccessionPorts) =>
  async (unit: RegionCode, succession: RegionSuccession, today: CalendarDate): Promise<void> => {
    const { unitScopes } = ports;
    const [known = null] = await unitScopes.findMany([unit]);
    const scope = known ?? inScope(unit, countyOf(unit));
    const out = { since: succession.on, reason: null, source: null, successionId: succession.id };
    if (scope.out === null) await unitScopes.save(leaveScope(scope, out, today));
    const [successor] = succession.to;
    if (successor !== undefined) await moveWhatStands(ports)(unit, successor, succession.on);
  };

/** Where the successor has a station, two would share a unit (STA-1): the bureau closes one of them first. */
const moveWhatStands =
  (ports: SuccessionPorts) =>
  async (unit: RegionCode, successor: RegionCode, on: CalendarDate): Promise<void> => {
    const { stations, villageRooms } = ports;
    const rules = await rulesOfCounty(ports)(countyOf(unit));
    const [station] = await stations.findByUnits([unit]);
    const [there] = await stations.findWorkplaces([successor]);
    if (station !== undefined && there === undefined)
      await saveStation(ports)(station, relocateStation(station, successor, on), rules(on));
    for (const room of await villageRooms.findOperatingIn(unit, successor))
      await villageRooms.save(relocateRoom(room, successor));
  };
