import type { CalendarDate, Fen, Id, RegionCode } from '@qianshou/kernel';
import { z } from 'zod';

const UUID7 = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

/** An id of the platform. On the wire it is the string itself, so the brand costs nothing. */
export function id<const Prefix extends string>(prefix: Prefix): z.ZodType<Id<Prefix>> {
  return z.string().regex(new RegExp(`^${prefix}_${UUID7}$`)) as unknown as z.ZodType<Id<Prefix>>;
}

export const region = z.string().regex(/^(\d{6}|\d{9})$/) as unknown as z.ZodType<RegionCode>;

export const day = z.iso.date() as unknown as z.ZodType<CalendarDate>;

/** Fen as a decimal string, because JSON numbers end at 2^53. The reader turns it into a bigint with `readFen`. */
export const fenText = z.string().regex(/^(0|[1-9]\d{0,18})$/);

export const year = z.int().min(2000).max(2100);

export const count = z.int().min(0);

declare const unrecognised: unique symbol;

/** A value that a newer build publishes and this one does not know. */
export type Unrecognised = string & { readonly [unrecognised]: true };

/**
 * A value of an open set: those that this build knows, and any other that is written like them. A set may grow within
 * a major version, so readers take what they do not know as none of the values that they do.
 */
export function oneOf<const Known extends readonly [string, ...string[]]>(
  known: Known,
): z.ZodType<Known[number] | Unrecognised, Known[number]> {
  return z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .meta({ 'x-known-values': known });
}

export function readFen(wire: string): Fen {
  return BigInt(wire) as Fen;
}
