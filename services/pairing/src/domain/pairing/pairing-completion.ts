import { type CalendarDate, type Change, type Term, term } from '@qianshou/kernel';
import { pairingNotInEvaluation, pairingUnproven } from './errors.ts';
import type { PairingCompleted } from './pairing-events.ts';
import { requireBetween } from './pairing-life-cycle.ts';
import type { CompletedPairing, Pairing } from './pairing.ts';

/** What a completion rests on (PAIR-12). */
export interface CompletionFacts {
  readonly hasFinalEvaluation: boolean;
  readonly lastReportAccepted: boolean;
  readonly today: CalendarDate;
}

/** What a completion still lacks, in words that a client can test for. */
export const COMPLETION_PROOFS = ['FINAL_EVALUATION', 'ACCEPTED_REPORT_OF_LAST_PERIOD'] as const;

export type CompletionProof = (typeof COMPLETION_PROOFS)[number];

const PROOF_WORDS: Readonly<Record<CompletionProof, Term>> = {
  FINAL_EVALUATION: term('FINAL_EVALUATION', 'the final evaluation', '终期评估'),
  ACCEPTED_REPORT_OF_LAST_PERIOD: term(
    'ACCEPTED_REPORT_OF_LAST_PERIOD',
    'the accepted report of the last period',
    '已接受的末期进展报告',
  ),
};

/** PAIR-12: no completion without a final evaluation and an accepted report of the last period. */
export function completePairing(
  pairing: Pairing,
  completedOn: CalendarDate,
  facts: CompletionFacts,
): Change<CompletedPairing, PairingCompleted> {
  if (pairing.status !== 'FINAL_EVALUATION') throw pairingNotInEvaluation({ status: pairing.status });
  // Judged after its work: not before the last day of it.
  requireBetween('completedOn', completedOn, pairing.endsOn, facts.today);
  const missing = missingProofs(facts);
  if (missing.length > 0)
    throw pairingUnproven({ pairingId: pairing.id, missing: missing.map((proof) => PROOF_WORDS[proof]) });
  return {
    state: { ...pairing, status: 'COMPLETED', completedOn },
    events: [{ type: 'pairing.completed', pairingId: pairing.id, completedOn }],
  };
}

function missingProofs({ hasFinalEvaluation, lastReportAccepted }: CompletionFacts) {
  const proven: Record<CompletionProof, boolean> = {
    FINAL_EVALUATION: hasFinalEvaluation,
    ACCEPTED_REPORT_OF_LAST_PERIOD: lastReportAccepted,
  };
  return COMPLETION_PROOFS.filter((proof) => !proven[proof]);
}
