export * from './at-least.ts';
export * from './hearing.ts';
export * from './needs.ts';
export * from './reached.ts';
