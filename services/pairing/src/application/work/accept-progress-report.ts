import { type Actor, chinaDay, expectVersion } from '@qianshou/kernel';
import type { ReportId } from '../../domain/ids.ts';
import { type AcceptedReport, acceptReport } from '../../domain/work/progress-report.ts';
import { mayAcceptReport } from '../../domain/work/policy.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';

export interface AcceptProgressReportInput {
  readonly reportId: ReportId;
  readonly expectedVersion: number | null;
  readonly idempotencyKey: string;
}

type Deps = Pick<Ports, 'reports' | 'unitOfWork' | 'clock'>;

export const acceptProgressReport =
  (ports: Deps) =>
  (input: AcceptProgressReportInput, actor: Actor): Promise<AcceptedReport> =>
    ports.unitOfWork.once(onceRequest('acceptProgressReport', actor, input), async () => {
      const report = await ports.reports.get(input.reportId);
      mayAcceptReport(actor, report);
      expectVersion(report, input.expectedVersion);
      return ports.reports.save(acceptReport(report, chinaDay(ports.clock.now())));
    });
