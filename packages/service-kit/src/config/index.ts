export * from './fragments.ts';
export * from './key-file.ts';
export * from './read-config.ts';
export * from './secret-file.ts';
