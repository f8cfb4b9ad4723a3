import { type Actor, notKnownYet, type RegionCode } from '@qianshou/kernel';
import type { AgencyId } from '../../domain/ids.ts';
import type { AgencyReplica } from '../../domain/reference/replicas.ts';
import { requireTakesOn } from '../../domain/worker/policy.ts';
import type { Ports } from '../ports.ts';
import { operatesIn } from '../reference/operates-in.ts';

interface Placed {
  readonly employerAgencyId: AgencyId;
  readonly countyCode: RegionCode;
}

/** The agencies that rows name, and where each operates. */
export interface Employers {
  readonly agencies: ReadonlyMap<AgencyId, AgencyReplica>;
  /** As `agency/county`. */
  readonly operating: ReadonlySet<string>;
}

const placeOf = ({ employerAgencyId, countyCode }: Placed): string => `${employerAgencyId}/${countyCode}`;

export async function employersOf(
  ports: Pick<Ports, 'agencies' | 'centres' | 'stations'>,
  placed: readonly Placed[],
): Promise<Employers> {
  const found = await ports.agencies.findMany([...new Set(placed.map((each) => each.employerAgencyId))]);
  const operating = new Set<string>();
  for (const [place, { employerAgencyId: id, countyCode }] of new Map(
    placed.map((each) => [placeOf(each), each]),
  )) {
    if (await operatesIn(ports, id, countyCode)) operating.add(place);
  }
  return {
    agencies: new Map(found.flatMap((agency) => (agency === null ? [] : [[agency.id, agency] as const]))),
    operating,
  };
}

export function agencyKnown({ agencies }: Employers, id: AgencyId): AgencyReplica {
  const agency = agencies.get(id);
  if (agency === undefined) throw notKnownYet({ what: { en: 'agency', zh: '机构' }, id });
  return agency;
}

/** As `requireEmployer`, of what was read beforehand. */
export function requireKnownEmployer(employers: Employers, placed: Placed, actor: Actor): void {
  const agency = agencyKnown(employers, placed.employerAgencyId);
  requireTakesOn(actor, agency, placed.countyCode, employers.operating.has(placeOf(placed)));
}
