import { type Actor, expectVersion } from '@qianshou/kernel';
import { type ReturnedReport, returnReport } from '../../domain/work/progress-report.ts';
import { noteReport } from '../../domain/work/work-ledger.ts';
import { mayAcceptReport } from '../../domain/work/policy.ts';
import type { AcceptProgressReportInput } from './accept-progress-report.ts';
import { onceRequest } from '../reference/once-request.ts';
import type { Ports } from '../ports.ts';
import { workOf } from './work-of.ts';

export interface ReturnProgressReportInput extends AcceptProgressReportInput {
  readonly reason: string;
}

type Deps = Pick<Ports, 'pairings' | 'schemes' | 'ledgers' | 'unitOfWork' | 'reports'>;

export const returnProgressReport =
  (ports: Deps) =>
  (input: ReturnProgressReportInput, actor: Actor): Promise<ReturnedReport> =>
    ports.unitOfWork.once(onceRequest('returnProgressReport', actor, input), async () => {
      const report = await ports.reports.get(input.reportId);
      mayAcceptReport(actor, report);
      expectVersion(report, input.expectedVersion);
      const returned = await ports.reports.save(returnReport(report, input.reason));
      const { ledger, policy } = await workOf(ports, report.pairingId);
      await ports.ledgers.put(noteReport(ledger, { period: report.period, stands: false }, policy));
      return returned;
    });
