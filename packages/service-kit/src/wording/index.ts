export * from './request-words.ts';
