export * from './event-keys.ts';
export * from './record-signature.ts';
