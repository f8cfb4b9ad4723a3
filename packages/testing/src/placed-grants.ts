import {
  countyOf,
  type Grant,
  isWithin,
  levelOf,
  lineage,
  NATION,
  type RegionCode,
  type Role,
} from '@qianshou/kernel';
import {
  type AccessScope,
  type Holding,
  holdingOf,
  HOLDINGS,
  type Placement,
  placementsOf,
} from '@qianshou/service-kit/graphql';

/** A grant, where it lies from what it is held against, and whether it covers that. */
export interface PlacedGrant {
  readonly placement: string;
  readonly grant: Grant;
  readonly covers: boolean;
  /** Who holds it, where it matters who that is. */
  readonly subject?: string;
}

/** What every scope of an object is: `420581` its county, an agency its operator. */
export type Whereabouts = Readonly<Partial<Record<AccessScope, string>>>;

const ANOTHER = '01900000-0000-7000-8000-0000000000ee';

/** Grants of a role around one scope of an object: over it, beside it, above, below, and over nothing at all. */
export function grantsAround(role: Role, scope: AccessScope, own: string): readonly PlacedGrant[] {
  if (scope === 'OWNER') return [{ placement: 'OWNER own', grant: { role }, covers: true, subject: own }];
  const placed = Object.entries(placementsOf(scope)) as (readonly [Placement, boolean])[];
  const around = placed.map(([placement, covers]) => ({
    placement: `${scope} ${placement}`,
    grant: { role, ...scopeAt(scope, own, placement) },
    covers,
  }));
  if (scope === 'NO_AGENCY') return around;
  return [...around, { placement: `${scope} none`, grant: { role }, covers: scope === 'EACH_ROW' }];
}

function scopeAt(scope: AccessScope, own: string, placement: Placement): Omit<Grant, 'role'> {
  if (scope === 'NO_AGENCY') return placement === 'own' ? {} : { agencyId: `agy_${ANOTHER}` };
  const holding = holdingOf(scope);
  if (holding === 'REGION' || scope === 'EACH_ROW') return { region: regionAt(own as RegionCode, placement) };
  if (holding === 'WORKER') return { workerId: placement === 'own' ? own : `wkr_${ANOTHER}` };
  return { agencyId: placement === 'own' ? own : `agy_${ANOTHER}` };
}

function regionAt(own: RegionCode, placement: Placement): RegionCode {
  if (placement === 'own') return own;
  if (placement === 'parent') return lineage(own)[1] ?? NATION;
  return placement === 'child' ? childOf(own) : siblingOf(own);
}

/** Codes need not be in use: what a grant covers is a matter of its digits. */
function childOf(code: RegionCode): RegionCode {
  const level = levelOf(code);
  if (level === 'COUNTY') return `${code}001` as RegionCode;
  return (level === 'PROVINCE' ? `${code.slice(0, 2)}0100` : `${code.slice(0, 4)}01`) as RegionCode;
}

function siblingOf(code: RegionCode): RegionCode {
  const level = levelOf(code);
  if (level === 'PROVINCE') return (code === '110000' ? '120000' : '110000') as RegionCode;
  const step = level === 'PREFECTURE' ? 100 : 1;
  return String(Number(code) + step) as RegionCode;
}

/** Grants of a role over each region, agency or worker that has to do with any of some objects; the nation as well. */
export function grantsOver(role: Role, objects: readonly Whereabouts[]): readonly Grant[] {
  const holding = HOLDINGS[role];
  if (holding === null) return [{ role }];
  const held = objects.flatMap((at) => valuesOf(holding, at));
  const values = new Set(holding === 'REGION' ? [...held, NATION] : held);
  return values.size === 0 ? [{ role }] : [...values].map((value) => ({ role, ...over(holding, value) }));
}

function valuesOf(holding: Holding, at: Whereabouts): readonly string[] {
  const scopes = Object.entries(at) as (readonly [AccessScope, string])[];
  return scopes.flatMap(([scope, value]) =>
    holdingOf(scope) === holding && scope !== 'NO_AGENCY' ? [value] : [],
  );
}

function over(holding: Holding, value: string): Omit<Grant, 'role'> {
  if (holding === 'REGION') return { region: value as RegionCode };
  return holding === 'AGENCY' ? { agencyId: value } : { workerId: value };
}

export function doesCover({ region, agencyId, workerId }: Grant, scope: AccessScope, own: string): boolean {
  if (scope === 'EACH_ROW') return true;
  if (scope === 'NO_AGENCY') return agencyId === undefined;
  if (region === undefined || scope === 'OWNER') return own === agencyId || own === workerId;
  return isWithin(own as RegionCode, scope === 'COUNTY_OF_TOWNSHIP' ? countyOf(region) : region);
}
