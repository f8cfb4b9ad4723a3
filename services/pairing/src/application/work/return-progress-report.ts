import { type Command, decision } from '@qianshou/kernel';
import { type ReturnedReport, returnReport } from '../../domain/work/progress-report.ts';
import { noteReport } from '../../domain/work/work-ledger.ts';
import { mayAcceptReport } from '../../domain/work/policy.ts';
import type { AcceptProgressReportInput } from './accept-progress-report.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface ReturnProgressReportInput extends AcceptProgressReportInput {
  readonly reason: string;
}

type Deps = Pick<Ports, 'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'reports'>;

export const returnProgressReport = (ports: Deps): Command<ReturnProgressReportInput, ReturnedReport> =>
  decision(ports.unitOfWork, {
    once: 'returnProgressReport',
    load: ({ reportId }: ReturnProgressReportInput) => ports.reports.get(reportId),
    may: mayAcceptReport,
    decide: (report, { reason }) => returnReport(report, reason),
    save: async (change) => {
      const returned = await ports.reports.save(change);
      const { ledger, policy } = await workOf(ports, returned.pairingId);
      await ports.ledgers.put(noteReport(ledger, { period: returned.period, stands: false }, policy));
      return returned;
    },
  });
