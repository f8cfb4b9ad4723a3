import { importOperations } from '@qianshou/service-kit/imports';
import type { MutationResolvers, QueryResolvers } from './generated/resolvers.ts';

export const importQueries = {
  stationImport: importOperations.find,
  stationImports: importOperations.list,
  stationImportColumns: importOperations.columns,
} satisfies Partial<QueryResolvers>;

export const importMutations = {
  beginStationImport: importOperations.begin,
  addToStationImport: importOperations.add,
  applyStationImport: importOperations.apply,
  stopStationImport: importOperations.stop,
} satisfies Partial<MutationResolvers>;
