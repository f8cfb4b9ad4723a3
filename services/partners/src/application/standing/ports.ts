import type { PublicText } from '@qianshou/kernel';
import type { Standing } from '../../domain/standing/standing.ts';

export type Confirmed = Pick<Standing, 'grants' | 'issuedAt' | 'subject'> & { readonly confirmedAt: Date };

export interface Standings {
  /** In the order asked for; null for who has none. */
  readonly findMany: (subjects: readonly string[]) => Promise<readonly (Standing | null)[]>;
  /** Passed over where a later token has spoken; one that never granted anything is not written down. */
  readonly confirm: (confirmed: Confirmed) => Promise<void>;
  readonly withdraw: (subject: string, reason: PublicText, at: Date) => Promise<Standing>;
  /** Null for who is not known. */
  readonly restore: (subject: string) => Promise<Standing | null>;
}
