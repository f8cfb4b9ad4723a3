import type { PublicText } from '@qianshou/kernel';

/** What the public learns of a station: when it is open, what it offers, how to reach it. */
export interface ServiceGuide {
  readonly openingHours: PublicText;
  /** Codes of the service catalogue. */
  readonly offers: readonly string[];
  /** The office's telephone, nobody's own. */
  readonly officePhone: string | null;
}
