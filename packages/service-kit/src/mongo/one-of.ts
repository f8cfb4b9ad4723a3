import { trusted } from './connection.ts';

/** The filter of a list for one of some values; null asks for none and filters nothing. */
export function oneOf(path: string, values: readonly string[] | null): Record<string, unknown> {
  return values === null ? {} : { [path]: trusted({ $in: [...values] }) };
}
