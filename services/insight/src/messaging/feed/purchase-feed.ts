import { type Feed, row, type Told } from './telling.ts';

interface Purchase {
  readonly purchaseProjectId: string;
  readonly countyCode: string;
  readonly year: number;
  readonly stationIds: readonly string[];
  readonly method: string;
  readonly amountFen: string;
}

const purchase = (data: Purchase, cells: NonNullable<Told['cells']>): Told => {
  const { countyCode, year, stationIds: stations, method, amountFen } = data;
  return row('purchase', data.purchaseProjectId, {
    countyCode,
    year,
    stations,
    stationCount: stations.length,
    method,
    amountFen: BigInt(amountFen),
    ...cells,
  });
};

export const purchaseFeed: Feed = {
  'qianshou.funding.purchase-planned.v1': (data, { day }) =>
    purchase(data, { status: 'PLANNED', plannedOn: day, objected: false }),
  'qianshou.funding.purchase-corrected.v1': (data) => purchase(data, {}),
  'qianshou.funding.purchase-consulted.v1': (data) => purchase(data, { consulted: true }),
  'qianshou.funding.purchase-published.v1': (data) =>
    purchase(data, {
      status: 'PUBLISHED',
      rounds: data.roundNo,
      publishedOn: data.publishedOn,
      openUntil: data.openUntil,
    }),
  'qianshou.funding.purchase-failed.v1': (data) =>
    purchase(data, { status: 'FAILED', rounds: data.roundNo, failedFor: data.ground }),
  'qianshou.funding.purchase-awarded.v1': (data) =>
    purchase(data, {
      status: 'AWARDED',
      awardedOn: data.awardedOn,
      providerAgencyId: data.providerAgencyId,
      awardedFen: BigInt(data.awardedFen),
    }),
  'qianshou.funding.purchase-objection-raised.v1': (data) => purchase(data, { objected: true }),
  'qianshou.funding.purchase-contracted.v1': (data) => purchase(data, { status: 'CONTRACTED' }),
  'qianshou.funding.purchase-closed.v1': (data) =>
    purchase(data, { status: 'CLOSED', contractedFen: BigInt(data.contractedFen) }),
};
