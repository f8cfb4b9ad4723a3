export * from './seal.ts';
export * from './sealing-keys.ts';
