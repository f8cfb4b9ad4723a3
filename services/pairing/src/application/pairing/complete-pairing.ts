import { type CalendarDate, chinaDay } from '@qianshou/kernel';
import { completePairing as complete } from '../../domain/pairing/pairing-completion.ts';
import type { Pairing } from '../../domain/pairing/pairing.ts';
import { mayConduct } from '../../domain/pairing/policy.ts';
import { reportPeriods } from '../../domain/work/report-period.ts';
import { pairingDecision, type PairingDecisionInput } from './pairing-decision.ts';
import type { Ports } from '../ports.ts';
import { type PairingTurnDeps, savePairing } from './save-pairing.ts';

type Deps = PairingTurnDeps & Pick<Ports, 'evaluations' | 'reports'>;

export interface CompletePairingInput extends PairingDecisionInput {
  readonly on: CalendarDate;
}

export const completePairing = (ports: Deps) =>
  pairingDecision(ports, {
    operation: 'completePairing',
    may: mayConduct,
    decide: async (pairing, { on }: CompletePairingInput) => {
      const facts = {
        hasFinalEvaluation: await ports.evaluations.hasFinal(pairing.id),
        lastReportAccepted: await isLastReportAccepted(ports, pairing),
        today: chinaDay(ports.clock.now()),
      };
      return savePairing(ports, pairing, complete(pairing, on, facts));
    },
  });

/** PAIR-12: of the last period, as the scheme cuts the pairing's days. */
async function isLastReportAccepted({ schemes, reports }: Deps, pairing: Pairing): Promise<boolean> {
  const { startsOn, endsOn, schemeId } = pairing;
  if (startsOn === null || endsOn === null) return false;
  const { policy } = await schemes.get(schemeId);
  const last = reportPeriods({ startsOn, endsOn }, policy).length;
  return (await reports.findOfPeriod(pairing.id, last))?.status === 'ACCEPTED';
}
