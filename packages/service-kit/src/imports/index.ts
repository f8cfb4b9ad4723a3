export { type ImportDesk, importDesk, type ImportUseCases } from './import-desk.ts';
export type { ImportProblem, ImportRun, RowCounts } from './import-run.ts';
export { type ImportFindingPage, importFields, type ImportRunPage, importTypes } from './import-resolvers.ts';
