import { type Actor, chinaDay, type Written, onceRequest } from '@qianshou/kernel';
import type { PairingId } from '../../domain/ids.ts';
import {
  reportable,
  reportContent,
  type ReportContent,
  type SubmittedReport,
  submitReport,
} from '../../domain/work/progress-report.ts';
import { reportPeriods } from '../../domain/work/report-period.ts';
import { noteReport } from '../../domain/work/work-ledger.ts';
import { mayReport } from '../../domain/work/policy.ts';
import { requireBegun } from '../../domain/work/work-span.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface SubmitProgressReportInput extends Written<ReportContent> {
  readonly pairingId: PairingId;
  readonly period: number;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'clock' | 'newId' | 'reports'>;

export const submitProgressReport =
  (ports: Deps) =>
  (input: SubmitProgressReportInput, actor: Actor): Promise<SubmittedReport> =>
    ports.unitOfWork.once(onceRequest('submitProgressReport', actor, input), async () => {
      const content = reportContent(input);
      const { pairing, record, ledger, policy } = await workOf(ports, input.pairingId);
      mayReport(actor, pairing);
      const today = chinaDay(ports.clock.now());
      const period = reportable(reportPeriods(requireBegun(pairing), policy), input.period, today);
      const earlier = await ports.reports.findOfPeriod(pairing.id, input.period);
      const facts = { id: ports.newId('rep'), record, earlier, today };
      const report = await ports.reports.save(submitReport(period, content, facts));
      await ports.ledgers.put(noteReport(ledger, { period: report.period, stands: true }, policy));
      return report;
    });
