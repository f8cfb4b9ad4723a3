/** Of a number that finds a person all but the last two characters are stars (PER-16): more would be a puzzle. */
export function maskedNumber(number: string): string {
  return number.slice(-2).padStart(number.length, '*');
}
