import { addDays } from '@qianshou/kernel';
import { eventually } from './eventually.ts';
import { operation } from './graph-client.ts';
import { PLAN_CLASS } from './pre-job-training.ts';
import type { Recruit } from './recruitment.ts';
import type { Story } from './story.ts';
import { operatorPersona, YIDU } from './yidu.ts';

export const REVIEW_DEADLINES = operation<{
  reviewCertificateDeadlines: { clocksStarted: number; warningsIssued: number };
}>(/* GraphQL */ `
  mutation ReviewCertificateDeadlines($input: ReviewCertificateDeadlinesInput!) {
    reviewCertificateDeadlines(input: $input) {
      clocksStarted
      warningsIssued
    }
  }
`);

export const CERTIFICATE_CLOCK = operation<{
  posting: {
    status: string;
    certificateClock: { startedOn: string; deadline: string; warnedAt: number | null } | null;
    worker: {
      enrolments: {
        nodes: readonly { status: string; trainingClass: { kind: string } }[];
      } | null;
    } | null;
  } | null;
}>(/* GraphQL */ `
  query CertificateClock($id: ID!) {
    posting(id: $id) {
      status
      certificateClock {
        startedOn
        deadline
        warnedAt
      }
      worker {
        enrolments(first: 20) {
          nodes {
            status
            trainingClass {
              kind
            }
          }
        }
      }
    }
  }
`);

/** Step 8: the clock of an uncertified resident runs, the warning is issued, the exam class is offered. */
export async function reviewDeadlines(story: Story, veteran: Recruit): Promise<void> {
  const { graph, report, today } = story;
  await graph.ask('project-office', PLAN_CLASS, {
    input: {
      programmeCode: 'EXAM_PREP',
      regionCode: YIDU,
      delivery: 'HYBRID',
      startsOn: addDays(today, 14),
      endsOn: addDays(today, 19),
      hours: 40,
      capacity: 100,
      openAtOnce: true,
    },
  });
  await graph.ask('yidu-bureau', REVIEW_DEADLINES, { input: { countyCode: YIDU } });
  const operator = operatorPersona(veteran.station.unit.operator);
  const { posting } = await eventually({
    what: 'the warning of the resident of 23 months ago, and the exam class offered for it',
    look: () => graph.ask(operator, CERTIFICATE_CLOCK, { id: veteran.postingId }),
    until: (seen) => seen.posting?.status === 'CERT_WARNING' && isOffered(seen.posting.worker),
  });
  const clock = posting?.certificateClock;
  report(
    `  8  ${veteran.station.unit.name}: eligible since ${clock?.startedOn}, certificate due ${clock?.deadline}`,
  );
  report(`     warning issued (${clock?.warnedAt} days), exam-preparation class offered to the resident`);
}

type ClockAnswer = NonNullable<NonNullable<typeof CERTIFICATE_CLOCK.answers>['posting']>;

function isOffered(worker: ClockAnswer['worker']): boolean {
  const places = worker?.enrolments?.nodes ?? [];
  return places.some(
    ({ status, trainingClass }) => status === 'OFFERED' && trainingClass.kind === 'EXAM_PREP',
  );
}
