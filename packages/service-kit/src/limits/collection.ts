/** Counted by the kit's limits; gone when their time is over. */
export const RATE_LIMITS = 'rate_limits';
