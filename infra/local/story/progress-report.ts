import { DEMO } from './demo.ts';
import type { PairAtWork } from './elsewhere.ts';
import { ACCEPT_REPORT, REPORT_PERIODS, SUBMIT_REPORT } from './pairing-work-operations.ts';
import { refused, type Story } from './story.ts';

/** The dispatching agency reports of the period that is over, the province accepts; the next one is too early. */
export async function handInReport(story: Story, pair: PairAtWork): Promise<void> {
  const { graph, report, today } = story;
  const { pairing } = await graph.ask('fujian-agency-1', REPORT_PERIODS, { id: pair.pairingId });
  const periods = pairing?.reportPeriods ?? [];
  for (const { period, dueOn } of periods.filter(({ endsOn }) => endsOn < today)) {
    const reportId = await submit(story, pair, period);
    await graph.ask('ningxia-province', ACCEPT_REPORT, {
      input: { reportId, idempotencyKey: `demo-accept-${reportId}` },
    });
    report(
      `     progress report ${period} of ${periods.length}, due by ${dueOn}: handed in, and accepted by Ningxia`,
    );
  }
  const next = periods.find(({ endsOn }) => endsOn > today);
  if (next !== undefined) await refused(story, 'REPORT_TOO_EARLY', () => submit(story, pair, next.period));
}

async function submit({ graph }: Story, { pairingId }: PairAtWork, period: number): Promise<string> {
  const { submitProgressReport } = await graph.ask('fujian-agency-1', SUBMIT_REPORT, {
    input: {
      pairingId,
      period,
      figures: [
        { taskGroup: 'BUILD_STATION', indicator: '协助立项社工站', value: 2, unit: '个' },
        { taskGroup: 'GROW_AGENCY', indicator: '培育本地机构', value: 1, unit: '家' },
        { taskGroup: 'TRAIN_TALENT', indicator: '培训本地社工', value: 28, unit: '人次' },
      ],
      problems: `当地购买服务办法尚未出台(${DEMO})`,
      idempotencyKey: `demo-report-${pairingId}-${period}`,
    },
  });
  return submitProgressReport.report.id;
}
