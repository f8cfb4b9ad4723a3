import type { RegionCode } from '@qianshou/kernel';
import {
  type AggregateModel,
  aggregateModel,
  aggregateSchema,
  type Connection,
  replicaStore,
  toReplica,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { CountyFactsPorts } from '../../application/county/ports.ts';
import type {
  ContractFacts,
  CoverageFacts,
  StationFacts,
  WorkerFacts,
} from '../../domain/county/county-facts.ts';

const text = { type: String, required: true } as const;
const flag = { type: Boolean, required: true } as const;
const BY_COUNTY = [{ keys: { countyCode: 1, _id: 1 } }] as const;

const stationSchema = aggregateSchema(
  {
    countyCode: text,
    operating: flag,
    closed: flag,
    regimes: [text],
    staff: [{ _id: false, postingId: text, workerId: text }],
  },
  BY_COUNTY,
);
const workerSchema = aggregateSchema(
  {
    countyCode: text,
    employerAgencyId: { type: String, default: null },
    certified: flag,
    ceShort: { type: Boolean, default: false },
  },
  [],
);
const contractSchema = aggregateSchema(
  { countyCode: text, year: { type: Number, required: true } },
  BY_COUNTY,
);

const number = { type: Number, required: true } as const;
const coverageSchema = aggregateSchema({ unitsInScope: number, unitsCovered: number }, []);

export function mongoCountyFacts(connection: Connection): CountyFactsPorts {
  const stations = aggregateModel(connection, 'StationFacts', stationSchema, 'station_facts');
  const workers = aggregateModel(connection, 'WorkerFacts', workerSchema, 'worker_facts');
  const contracts = aggregateModel(connection, 'ContractFacts', contractSchema, 'contract_facts');
  const coverages = aggregateModel(connection, 'CoverageFacts', coverageSchema, 'coverage_facts');
  return {
    coverages: replicaStore<CoverageFacts>(coverages, 'coverage'),
    stations: {
      ...replicaStore<StationFacts>(stations, 'station'),
      ofCounties: ofCounties<StationFacts>(stations),
    },
    workers: {
      ...replicaStore<WorkerFacts>(workers, 'worker'),
      isEmpty: async () => (await workers.findOne({}, { _id: 1 }).lean()) === null,
    },
    contracts: {
      ...replicaStore<ContractFacts>(contracts, 'contract'),
      remove: async (id) => {
        await contracts.deleteOne({ _id: id });
      },
      ofCounties: ofCounties<ContractFacts>(contracts),
    },
  };
}

function ofCounties<Copy extends { readonly countyCode: RegionCode }>(model: AggregateModel) {
  return async (codes: readonly RegionCode[]): Promise<readonly (readonly Copy[])[]> => {
    const documents = await model
      .find({ countyCode: trusted({ $in: [...codes] }) })
      .sort({ countyCode: 1, _id: 1 })
      .lean();
    const found = documents.map((document) => toReplica<Copy>(document));
    return codes.map((code) => found.filter(({ countyCode }) => countyCode === code));
  };
}
