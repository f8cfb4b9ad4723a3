export * from './at-least.ts';
export * from './hearing.ts';
export * from './needs.ts';
export * from './request-notes.ts';
export * from './reached.ts';
