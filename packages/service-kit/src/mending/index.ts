export * from './mending.ts';
export { publicTexts } from './text-mending.ts';
