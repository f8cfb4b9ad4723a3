import type { SourceKind } from '../money/account.ts';

/** What a source gives to approved budgets, and what of it was paid, less what came back. */
export type SourceFigure = `planned_${SourceKind}` | `paid_${SourceKind}`;
