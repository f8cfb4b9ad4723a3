import { aggregateModel, aggregateSchema, type Connection } from '@qianshou/service-kit/mongo';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const optionalNumber = { type: Number, default: null } as const;

export const stationSchema = aggregateSchema(
  {
    townshipCode: text,
    countyCode: text,
    signage: text,
    tier: text,
    status: text,
    operationMode: text,
    operatorAgencyId: optionalText,
    site: { type: { _id: false, source: text, address: text, areaSqm: optionalNumber }, default: null },
    rooms: [{ _id: false, kind: text, areaSqm: optionalNumber, capacity: optionalNumber }],
    documents: [{ _id: false, subject: text, title: text, filedOn: text }],
    activities: [{ _id: false, title: text, heldOn: text, participants: Number }],
    staff: [{ _id: false, postingId: text, role: text }],
    checks: [
      {
        _id: false,
        id: text,
        checkedOn: text,
        checkerOrganisation: text,
        items: [{ _id: false, have: text, met: Boolean, finding: optionalText }],
        result: text,
        rectifyBy: optionalText,
      },
    ],
    demonstrationSince: optionalText,
    openedOn: optionalText,
  },
  [
    // STA-1: one station per township-level unit; also the order of every list of stations.
    { keys: { townshipCode: 1 }, unique: true },
    { keys: { operatorAgencyId: 1, townshipCode: 1, _id: 1 } },
    { keys: { status: 1, townshipCode: 1, _id: 1 } },
    { keys: { tier: 1, townshipCode: 1, _id: 1 } },
  ],
);

export function stationModel(connection: Connection) {
  return aggregateModel(connection, 'Station', stationSchema, 'stations');
}
