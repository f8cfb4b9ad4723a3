import type { AskedUpdate, Change, RegionCode, RowUpdates } from '@qianshou/kernel';
import { chinaDay } from '@qianshou/kernel';
import type { AgencyReplica } from '../../domain/reference/agency-replica.ts';
import type { CountyPolicy } from '../../domain/county/county-policy.ts';
import { stationNotFound } from '../../domain/station/errors.ts';
import type { RoomKind } from '../../domain/reference/haves.ts';
import { mayPrepare } from '../../domain/policy.ts';
import type { Region } from '../../domain/reference/region.ts';
import type { Room, Site } from '../../domain/station/site.ts';
import type { Station } from '../../domain/station/station.ts';
import type { StationEvent } from '../../domain/station/station-events.ts';
import { addRooms, recordSite } from '../../domain/station/station-preparation.ts';
import { stationRulesOf } from '../../domain/county/station-rules.ts';
import type { Ports } from '../ports.ts';
import { saveStation, type SavingPorts } from './save-station.ts';
import { countyKey } from '../county/county-key.ts';
import { policyOn } from '../county/policy-on.ts';
import type { StationRow } from './station-row.ts';

/** What rows of stations rest on. */
export interface StationFacts {
  readonly regions: ReadonlyMap<RegionCode, Region>;
  readonly policies: ReadonlyMap<RegionCode, readonly CountyPolicy[]>;
  readonly operators: ReadonlyMap<string | null, AgencyReplica>;
  readonly standing: ReadonlyMap<RegionCode, Station>;
}

export interface StationUpdate {
  readonly before: Station;
  readonly change: Change<Station, StationEvent>;
}

const SITE_COLUMNS = ['siteSource', 'address', 'areaSqm'] as const;
const ROOM_KINDS = { caseRooms: 'CASE_ROOM', groupRooms: 'GROUP_ROOM', multiRooms: 'MULTI_ROOM' } as const;

/** Premises and rooms, as `recordSite` and `addRooms` change them; a check and an opening ask for more than a row says. */
export function stationUpdates(
  ports: SavingPorts & Pick<Ports, 'unitOfWork'>,
): RowUpdates<StationRow, StationFacts, StationUpdate> {
  return {
    operations: ['recordSite', 'addRooms'],
    decide,
    save: async (updates) => {
      await ports.unitOfWork.hold(...updates.map(({ before }) => countyKey(before.countyCode)));
      const counties = updates.map(({ before }) => before.countyCode);
      const policies = await policyOn(ports)(counties, chinaDay(ports.clock.now()));
      for (const [at, { before, change }] of updates.entries())
        await saveStation(ports)(before, change, stationRulesOf(policies[at] ?? null));
    },
  };
}

function decide(row: StationRow, { standing }: StationFacts, { actor, columns }: AskedUpdate): StationUpdate {
  const before = standing.get(row.townshipCode);
  if (before === undefined) throw stationNotFound({ field: 'townshipCode', id: row.townshipCode });
  mayPrepare(actor, before);
  const moves = SITE_COLUMNS.some((name) => columns.has(name)) && row.site !== null;
  const moved = moves ? recordSite(before, siteOf(row.site, before)) : { state: before, events: [] };
  const added = addRooms(moved.state, newRooms(row, before, columns));
  return { before, change: { state: added.state, events: [...moved.events, ...added.events] } };
}

/** An area that the file leaves open stays with the address that it belongs to. */
function siteOf(said: Site, { site }: Station): Site {
  const kept = site !== null && site.address === said.address ? site.areaSqm : null;
  return { ...said, areaSqm: said.areaSqm ?? kept };
}

/** As many as the file has more than stand. */
function newRooms({ rooms }: StationRow, before: Station, columns: ReadonlySet<string>): readonly Room[] {
  const ofKind = (all: readonly Room[], kind: RoomKind) => all.filter((room) => room.kind === kind);
  return Object.entries(ROOM_KINDS)
    .filter(([name]) => columns.has(name))
    .flatMap(([, kind]) => ofKind(rooms, kind).slice(ofKind(before.rooms, kind).length));
}
