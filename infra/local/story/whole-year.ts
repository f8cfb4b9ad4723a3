/** The operator whose year of service is the calendar year: all of it is evaluated, accepted and paid in the story. */
export const WHOLE_YEAR_OPERATOR = 2;
