import { randomUUIDv7 } from 'node:crypto';
import { isCounty, type RegionCode } from '@qianshou/kernel';
import {
  aggregateModel,
  aggregateSchema,
  type Connection,
  keysetPage,
  transactionSession,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { PersonalDataReading, PersonalDataReadings } from '../../application/people/ports.ts';
import type { DisclosureLog } from '../../application/worker/ports.ts';
import { inCounties, ofCounties } from '../reference/read-scope.ts';

const optionalText = { type: String, default: null } as const;

const BY_TIME = { at: -1, _id: -1 } as const;

const disclosureSchema = aggregateSchema(
  {
    kind: { type: String, required: true },
    at: { type: Date, required: true },
    subject: optionalText,
    workerId: optionalText,
    countyCode: optionalText,
    field: optionalText,
    purposeKind: optionalText,
    purpose: optionalText,
    office: { type: { _id: false, role: optionalText, region: optionalText, agencyId: optionalText } },
    operation: optionalText,
    code: optionalText,
  },
  [
    { keys: { workerId: 1, ...BY_TIME } },
    { keys: { countyCode: 1, ...BY_TIME } },
    // Of many counties at once: read in order, and the county judged by the index.
    { keys: { ...BY_TIME, countyCode: 1 } },
  ],
);

/** Insert only: who read what of whom, and why. */
export function mongoDisclosureLog(connection: Connection): DisclosureLog {
  const disclosures = connection.collection<{ readonly _id: string }>('disclosures');
  const row = (entry: object) => ({ _id: randomUUIDv7(), ...entry });
  return {
    append: async (entry) => {
      await disclosures.insertOne(row(entry), { session: transactionSession() });
    },
    noteRefusal: async (entry) => {
      await disclosures.insertOne(row(entry));
    },
  };
}

/** The same, as it is read. */
export function mongoPersonalDataReadings(connection: Connection): PersonalDataReadings {
  const model = aggregateModel(connection, 'Disclosure', disclosureSchema, 'disclosures');
  return {
    list: (regions, { within, workerId }, page) =>
      keysetPage<PersonalDataReading>({
        model,
        filter: {
          workerId: workerId ?? trusted({ $type: 'string' }),
          ...(within === null ? {} : inCounties(within)),
          ...(regions === null ? {} : { $and: trusted([ofRegions(regions)]) }),
        },
        order: [{ path: 'at', direction: 'DESC' }],
        page,
        index: indexFor(regions, workerId, within),
      }),
  };
}

/** Of one person, of one county, or of many. */
function indexFor(
  regions: readonly RegionCode[] | null,
  workerId: string | null,
  within: RegionCode | null,
): Readonly<Record<string, 1 | -1>> {
  if (workerId !== null) return { workerId: 1, ...BY_TIME };
  const asked = within === null ? (regions ?? []) : [within];
  const isOne = asked.length === 1 && asked.every(isCounty);
  return isOne ? { countyCode: 1, ...BY_TIME } : { ...BY_TIME, countyCode: 1 };
}

function ofRegions(regions: readonly RegionCode[]): Record<string, unknown> {
  return regions.length === 0 ? { _id: trusted({ $in: [] }) } : { $or: trusted(regions.map(ofCounties)) };
}
