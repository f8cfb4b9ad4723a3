import { type Actor, type CalendarDate, idOfCode } from '@qianshou/kernel';
import { ofParent } from '@qianshou/service-kit/graphql';
import { agencyId, type CentreId, centreId, type StationId, stationId } from '../../domain/ids.ts';
import { readScope } from '../../domain/policy.ts';
import { leaveOn } from '../../domain/posting/life.ts';
import { seesPosting } from '../../domain/posting/policy.ts';
import type { PostingOnDuty } from '../../domain/posting/posting.ts';
import { centrePlace, stationPlace } from '../../domain/reference/replicas.ts';
import {
  NO_LOCAL_POLICY,
  openSince,
  vacancies,
  type Vacancy,
  type Workplace,
} from '../../domain/reference/workplace.ts';
import type { Context } from '../context.ts';
import { placeOnDay } from '../loaders.ts';
import type {
  AgencyResolvers,
  GuidanceCentreResolvers,
  PersonnelFiguresResolvers,
  RegionResolvers,
  StationResolvers,
} from '../generated/resolvers.ts';
import type { PersonnelFiguresParent } from '../mappers.ts';
import { workersOf } from '../worker/social-worker.resolvers.ts';

export const Region: RegionResolvers = {
  __resolveReference: ({ code }) => ({ code }),
  id: ({ code }) => idOfCode('reg', code),
  personnelFigures: async ({ code }, _args, { loaders }) => ({ kept: await loaders.figures.load(code) }),
};

export const PersonnelFigures: PersonnelFiguresResolvers = {
  workersRegistered: (parent) => figure(parent, 'workersRegistered'),
  postingsOnDuty: (parent) => figure(parent, 'postingsOnDuty'),
  heads: (parent) => figure(parent, 'heads'),
  deputies: (parent) => figure(parent, 'deputies'),
  residents: (parent) => figure(parent, 'residents'),
  centreWorkers: (parent) => figure(parent, 'centreWorkers'),
  certifiedResidents: (parent) => figure(parent, 'certifiedResidents'),
  certifiedShare: (parent) => {
    const numerator = figure(parent, 'certifiedResidents');
    const denominator = figure(parent, 'residents');
    const rate = denominator === 0 ? null : numerator / denominator;
    return { numerator, denominator, rate, asOf: asOf(parent) };
  },
  deadlinesNear: (parent) => figure(parent, 'deadlinesNear'),
  deadlinesOverdue: (parent) => figure(parent, 'deadlinesOverdue'),
  asOf,
};

export const Agency: AgencyResolvers = {
  __resolveReference: ({ id }) => ({ id: agencyId(id) }),
  workers: ({ id }, { where, ...args }, context) =>
    workersOf({ ...args, where: ofParent(where, { employerAgencyId: { eq: id } }) }, context),
};

export const Station: StationResolvers = {
  __resolveReference: ({ id }) => ({ id: stationId(id) }),
  staff: async ({ id }, _args, { loaders, actor }) =>
    visibleStaff(actor, await loaders.stationStaff.load(id)),
  staffOn: ({ id }, { on }, context) => onDutyThen(id, on, context),
  vacancies: async ({ id }, _args, context) => {
    const station = await context.loaders.station.load(id);
    if (station === null) return null;
    return vacanciesAt(stationPlace(station), await context.loaders.stationStaff.load(id), context);
  },
};

/** Of that day, and whether they were there. */
async function onDutyThen(place: StationId | CentreId, on: CalendarDate, { loaders, actor }: Context) {
  const scope = readScope(actor);
  const then = (await loaders.onDutyThen.load(placeOnDay({ place, on }))) ?? [];
  return then
    .filter((posting) => seesPosting(scope, posting))
    .map((posting) => ({ posting, onLeave: leaveOn(posting, on) !== null }));
}

export const GuidanceCentre: GuidanceCentreResolvers = {
  __resolveReference: ({ id }) => ({ id: centreId(id) }),
  staff: async ({ id }, _args, { loaders, actor }) => visibleStaff(actor, await loaders.centreStaff.load(id)),
  staffOn: ({ id }, { on }, context) => onDutyThen(id, on, context),
  vacancies: async ({ id }, _args, context) => {
    const centre = await context.loaders.centre.load(id);
    if (centre === null) return null;
    return vacanciesAt(centrePlace(centre), await context.loaders.centreStaff.load(id), context);
  },
};

/** Stations are public, who works there is not: a reader from elsewhere finds an empty list. */
function visibleStaff(actor: Actor, staff: readonly PostingOnDuty[] | null): PostingOnDuty[] {
  const scope = readScope(actor);
  return (staff ?? []).filter((posting) => seesPosting(scope, posting));
}

/** Posts and counts, no persons: public like the station itself. */
async function vacanciesAt(
  place: Workplace,
  staff: readonly PostingOnDuty[] | null,
  { loaders, useCases }: Context,
): Promise<Vacancy[]> {
  const policy = (await loaders.policy.load(place.countyCode)) ?? NO_LOCAL_POLICY;
  const onDuty = (staff ?? []).filter(({ substituteFor = null }) => substituteFor === null);
  const open = vacancies(
    place,
    policy,
    onDuty.map(({ role }) => role),
  );
  if (open.length === 0) return [];
  const ends = (await loaders.lastEnds.load(place.stationId ?? place.centreId)) ?? [];
  return open.map((each) => openSince(each, ends, { policy, today: useCases.today() }));
}

function figure({ kept }: PersonnelFiguresParent, name: string): number {
  return Number(kept?.figures[name] ?? 0);
}

function asOf({ kept }: PersonnelFiguresParent): Date | null {
  return kept?.asOf ?? null;
}
