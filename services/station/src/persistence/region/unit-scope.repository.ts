import { type RegionCode, regionNotFound } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  type Publish,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { UnitScopes } from '../../application/region/ports.ts';
import type { UnitScope, UnitScopeEvent } from '../../domain/region/unit-scope.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const out = { since: text, reason: optionalText, source: optionalText, successionId: optionalText } as const;

const scopeSchema = aggregateSchema(
  {
    countyCode: text,
    out: { type: { _id: false, ...out }, default: null },
    periods: [{ _id: false, ...out, until: text, returnReason: text }],
  },
  // Only units that are out of scope are in it.
  [{ keys: { countyCode: 1 }, where: { 'out.since': { $exists: true } } }],
);

const OUT = { 'out.since': trusted({ $exists: true }) };

export function mongoUnitScopes(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<UnitScope, UnitScopeEvent>,
): UnitScopes {
  const model = aggregateModel(connection, 'UnitScope', scopeSchema, 'unit_scopes');
  return {
    ...aggregateStore<UnitScope, UnitScopeEvent>({
      connection,
      model,
      aggregate: 'unit-scope',
      outbox,
      publish,
      notFound: regionNotFound,
    }),
    findOut: async (countyCodes) => {
      const counties = { countyCode: trusted({ $in: [...countyCodes] }) };
      const units = await model.find({ ...counties, ...OUT }, { countyCode: 1 }).lean();
      return countyCodes.map((code) =>
        units.filter(({ countyCode }) => countyCode === code).map(({ _id }) => _id as RegionCode),
      );
    },
    findAllOut: async () => (await model.find(OUT, { _id: 1 }).lean()).map(({ _id }) => _id as RegionCode),
  };
}
