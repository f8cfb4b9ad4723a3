export { type RegionFigures, readFigures, readManyFigures } from './figure-documents.ts';
export type { Figures } from './figure-sums.ts';
export * from './figures-reader.ts';
export * from './fold.ts';
export * from './projector.ts';
export * from './rebuild.ts';
