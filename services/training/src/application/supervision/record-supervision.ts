import { type Actor, chinaDay, notKnownYet } from '@qianshou/kernel';
import { supervisorHelpsNobodyThere } from '../../domain/supervision/errors.ts';
import type { AgencyId, StationId } from '../../domain/ids.ts';
import { maySupervise } from '../../domain/supervision/supervision-policy.ts';
import {
  holdSupervision,
  type SupervisedStation,
  type SupervisionInput,
  type SupervisionSession,
} from '../../domain/supervision/supervision-session.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<Ports, 'agencies' | 'helpers' | 'operatedSites' | 'supervisions' | 'clock' | 'newId'>;

export interface RecordSupervisionInput extends Omit<SupervisionInput, 'id'> {
  readonly stationId: StationId;
}

export const recordSupervision =
  (deps: Deps) =>
  async ({ stationId: id, ...told }: RecordSupervisionInput, actor: Actor): Promise<SupervisionSession> => {
    const station = await deps.operatedSites.findStation(id);
    if (station === null) throw notKnownYet({ what: { en: 'station', zh: '社工站' }, id });
    maySupervise(actor, station, told.supervisorAgencyId);
    await requireWorkThere(deps, station, told.supervisorAgencyId);
    const at = deps.clock.now();
    const input = { ...told, id: deps.newId('sup') };
    return deps.supervisions.save(holdSupervision(station, input, { at, today: chinaDay(at) }));
  };

/** TRA-8: an agency supervises where its pairing works. */
async function requireWorkThere(
  { agencies, helpers }: Deps,
  { countyCode }: SupervisedStation,
  agencyId: AgencyId | null,
): Promise<void> {
  if (agencyId === null || (await helpers.worksIn(countyCode, agencyId))) return;
  const agency = await agencies.find(agencyId);
  if (agency === null) throw notKnownYet({ what: { en: 'agency', zh: '机构' }, id: agencyId });
  throw supervisorHelpsNobodyThere({ countyCode, agencyId, agencyName: agency.name ?? agencyId });
}
