export * from './figures-reader.ts';
export * from './fold.ts';
