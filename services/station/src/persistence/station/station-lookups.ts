import { type CalendarDate, countyOf, type RegionCode } from '@qianshou/kernel';
import { type AggregateModel, idsOf, toState, trusted, withinRegion } from '@qianshou/service-kit/mongo';
import type { PlacedStation, Stations } from '../../application/station/ports.ts';
import type { AgencyId, StationId } from '../../domain/ids.ts';
import type { Station } from '../../domain/station/station.ts';
import {
  type OperatedCounty,
  operatedCounty,
  type OperatorMix,
} from '../../domain/station/station-standing.ts';
import type { Workplace } from '../../domain/station/workplace.ts';

type Lookups = Pick<
  Stations,
  | 'countDemonstrations'
  | 'findByUnits'
  | 'findWorkplaces'
  | 'findOperated'
  | 'findOperating'
  | 'findOperatingUnits'
  | 'findOperatorMixes'
  | 'findStanding'
  | 'rectificationsDue'
>;

/** What is asked of all stations rather than of one; each filter is served by an index of the model. */
export function stationLookups(model: AggregateModel): Lookups {
  return {
    countDemonstrations: (countyCode: RegionCode) =>
      model.countDocuments({ townshipCode: withinRegion(countyCode), tier: 'DEMONSTRATION' }).exec(),
    ...lookupsByUnit(model),
    ...lookupsByOperator(model),
    findOperating: async (within) => {
      const filter = { status: 'OPERATING', townshipCode: withinRegion(within) };
      const found = await model.find(filter, { townshipCode: 1 }).lean();
      return found.map((document) => toState<PlacedStation>(document));
    },
    findStanding: async (countyCode) => {
      const filter = { townshipCode: withinRegion(countyCode), status: trusted({ $ne: 'CLOSED' }) };
      const found = await model.find(filter).lean();
      return found.map((document) => toState<Station>(document));
    },
    findOperatingUnits: async (countyCodes) => {
      const places = countyCodes.map((code) => ({ status: 'OPERATING', townshipCode: withinRegion(code) }));
      const found = await model.find(trusted({ $or: places }), { townshipCode: 1 }).lean();
      const units = Map.groupBy(found as { townshipCode: RegionCode }[], ({ townshipCode }) =>
        countyOf(townshipCode),
      );
      return countyCodes.map((code) => (units.get(code) ?? []).map(({ townshipCode }) => townshipCode));
    },
    rectificationsDue: (before) =>
      idsOf<StationId>(model, {
        status: 'RECTIFYING',
        'rectification.overdueSince': null,
        'rectification.dueOn': trusted({ $lt: before }),
      }),
  };
}

function lookupsByUnit(model: AggregateModel): Pick<Stations, 'findByUnits' | 'findWorkplaces'> {
  return {
    findByUnits: async (units) => {
      const found = await model.find(holding(units)).lean();
      return found.map((document) => toState<Station>(document));
    },
    findWorkplaces: async (units) => {
      const fields = { status: 1, townshipCode: 1, countyCode: 1, operatorAgencyId: 1 };
      const found = await model.find(holding(units), fields).lean();
      return found.map((document) => toState<Workplace>(document));
    },
  };
}

function lookupsByOperator(model: AggregateModel): Pick<Stations, 'findOperated' | 'findOperatorMixes'> {
  return {
    findOperated: async (agencies, within) => {
      if (agencies.length === 0) return [];
      const operatorAgencyId = trusted({ $in: [...agencies] });
      const filter = { operatorAgencyId, townshipCode: withinRegion(within) };
      const found = await model.find(filter, { _id: 1 }).lean();
      return found.map(({ _id }) => _id as StationId);
    },
    findOperatorMixes: (keys) => findOperatorMixes(model, keys),
  };
}

function holding(units: readonly RegionCode[]): Record<string, unknown> {
  return { townshipCode: trusted({ $in: [...new Set(units)] }), status: trusted({ $ne: 'CLOSED' }) };
}

/** One pass over the stations of all operators asked for; each key then takes its own. */
async function findOperatorMixes(
  model: AggregateModel,
  keys: readonly OperatedCounty[],
): Promise<readonly OperatorMix[]> {
  const operators = [...new Set(keys.map((key) => key.split('/')[1]))];
  const stations = await model
    .find(
      { operatorAgencyId: trusted({ $in: operators }), status: trusted({ $ne: 'CLOSED' }) },
      {
        operatorAgencyId: 1,
        countyCode: 1,
        tier: 1,
        openedOn: 1,
        'operatorChanges.from': 1,
        demonstrationSince: 1,
        demonstrationWithdrawnOn: 1,
      },
    )
    .lean();
  const grouped = Map.groupBy(stations, ({ countyCode, operatorAgencyId }) =>
    operatedCounty(countyCode as RegionCode, operatorAgencyId as AgencyId),
  );
  return keys.map((key) => {
    const own = grouped.get(key) ?? [];
    const demonstrations = own.filter(({ tier }) => tier === 'DEMONSTRATION').length;
    return { demonstrations, ordinary: own.length - demonstrations, since: lastChange(own) };
  });
}

const TURNS = ['openedOn', 'demonstrationSince', 'demonstrationWithdrawnOn'] as const;

function changeDays(changes: unknown): readonly CalendarDate[] {
  return ((changes ?? []) as readonly { readonly from: CalendarDate }[]).map(({ from }) => from);
}

function lastChange(stations: readonly Readonly<Record<string, unknown>>[]): CalendarDate | null {
  const days = stations.flatMap((station) => [
    ...TURNS.map((turn) => station[turn] as CalendarDate | null),
    ...changeDays(station['operatorChanges']),
  ]);
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
