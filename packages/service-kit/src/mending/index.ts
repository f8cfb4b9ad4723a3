export * from './mending.ts';
export { names, publicTexts } from './text-mending.ts';
