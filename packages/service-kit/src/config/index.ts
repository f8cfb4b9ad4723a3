export * from './fragments.ts';
export * from './read-config.ts';
