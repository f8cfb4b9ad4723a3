export * from './catalogue/index.ts';
export * from './codec.ts';
export * from './define-event.ts';
export * from './envelope.ts';
export * from './fields.ts';
export * from './topics.ts';
