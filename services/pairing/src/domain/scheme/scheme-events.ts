import type { PublicText } from '@qianshou/kernel';
import type { SchemeId } from '../ids.ts';
import type { Before } from '../reference/corrections.ts';

/** What stood before a correction, and the document of it. */
export type SchemeCorrection = Before<{
  readonly quota: number;
  readonly year: number;
  readonly documentNo: PublicText | null;
}>;

export interface SchemeWasStruck {
  readonly type: 'scheme.struck';
  readonly schemeId: SchemeId;
}

export interface SchemeCorrected {
  readonly type: 'scheme.corrected';
  readonly schemeId: SchemeId;
  readonly before: { readonly quota: number; readonly year: number };
}
