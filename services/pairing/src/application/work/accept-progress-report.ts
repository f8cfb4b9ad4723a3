import { chinaDay, type Command, decision } from '@qianshou/kernel';
import type { ReportId } from '../../domain/ids.ts';
import { type AcceptedReport, acceptReport } from '../../domain/work/progress-report.ts';
import { mayAcceptReport } from '../../domain/work/policy.ts';
import type { Ports } from '../ports.ts';

export interface AcceptProgressReportInput {
  readonly reportId: ReportId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'reports' | 'unitOfWork' | 'clock'>;

export const acceptProgressReport = (ports: Deps): Command<AcceptProgressReportInput, AcceptedReport> =>
  decision(ports.unitOfWork, {
    once: 'acceptProgressReport',
    load: ({ reportId }: AcceptProgressReportInput) => ports.reports.get(reportId),
    may: mayAcceptReport,
    decide: (report) => acceptReport(report, chinaDay(ports.clock.now())),
    save: ports.reports.save,
  });
