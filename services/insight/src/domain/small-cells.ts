/** Cells of fewer persons are not told. */
export const FEWEST = 5;

/**
 * Numbers of persons are told in steps. What is blanked out in one answer comes back as the difference of two others,
 * unless each of them is only known to so many persons.
 */
export const STEP = 5;
