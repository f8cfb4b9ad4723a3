export * from './pulse.ts';
export * from './scraped-gauge.ts';
