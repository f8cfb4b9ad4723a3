export { limitMetrics, mongoRateLimit, type RateLimit } from './mongo-rate-limit.ts';
