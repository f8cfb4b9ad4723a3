import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  EVIDENCE,
  keysetPage,
  oneOf,
  type Publish,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { RecruitmentFilter, RecruitmentNotices } from '../../application/recruitment/ports.ts';
import { recruitmentNotFound } from '../../domain/recruitment/errors.ts';
import type { RecruitmentEvent, RecruitmentNotice } from '../../domain/recruitment/recruitment-notice.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;
const noticeTerms = { postCount: number, conditions: text, closesOn: text } as const;
const applicantTerms = {
  score: { type: Number, default: null },
  educationException: optionalText,
} as const;
const before = { _id: false, on: text, reason: text, evidence: EVIDENCE } as const;

const noticeSchema = aggregateSchema(
  {
    ...noticeTerms,
    status: text,
    stationId: text,
    townshipCode: text,
    countyCode: text,
    regions: [String],
    operatorAgencyId: optionalText,
    openedOn: text,
    closedOn: optionalText,
    announcedOn: optionalText,
    announcedTo: optionalText,
    startsOn: optionalText,
    rankingException: optionalText,
    overdueDecision: optionalText,
    signatures: [{ _id: false, party: text, signedBy: optionalText, signedOn: text }],
    endedOn: optionalText,
    cancelReason: optionalText,
    applicants: [
      {
        _id: false,
        ...applicantTerms,
        workerId: text,
        appliedOn: text,
        withdrawnOn: optionalText,
        placed: {
          type: {
            _id: false,
            place: number,
            criterion: text,
            rank: text,
            preferredEducation: { type: Boolean, required: true },
          },
          default: null,
        },
        taken: { type: Boolean, required: true },
        corrections: [{ ...before, ...applicantTerms }],
      },
    ],
    eraseFrom: optionalText,
    erasedApplicants: { type: Number, default: 0 },
    corrections: [{ ...before, ...noticeTerms }],
  },
  [
    { keys: { openedOn: 1, _id: 1 } },
    { keys: { regions: 1, openedOn: 1, _id: 1 } },
    { keys: { stationId: 1, openedOn: 1, _id: 1 } },
    { keys: { eraseFrom: 1, _id: 1 }, where: { eraseFrom: { $type: 'string' } } },
  ],
);

export function mongoRecruitments(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<RecruitmentNotice, RecruitmentEvent>,
): RecruitmentNotices {
  const model = aggregateModel(connection, 'RecruitmentNotice', noticeSchema, 'recruitment_notices');
  const store = aggregateStore<RecruitmentNotice, RecruitmentEvent>({
    connection,
    model,
    aggregate: 'recruitment-notice',
    personal: true,
    outbox,
    publish,
    notFound: recruitmentNotFound,
  });
  return {
    ...store,
    list: (filter, direction, page) =>
      keysetPage<RecruitmentNotice>({
        model,
        filter: toFilter(filter),
        order: [{ path: 'openedOn', direction }],
        page,
        ...indexOf(filter),
      }),
    listToErase: (on, page) =>
      keysetPage<RecruitmentNotice>({
        model,
        filter: { eraseFrom: trusted({ $type: 'string', $lte: on }) },
        order: [{ path: 'eraseFrom', direction: 'ASC' }],
        page,
      }),
  };
}

/** Few notices are of one status: the planner would sort them. */
function indexOf({ stationId, within }: RecruitmentFilter) {
  if (stationId !== null) return { index: { stationId: 1, openedOn: 1, _id: 1 } } as const;
  if (within === null) return { index: { openedOn: 1, _id: 1 } } as const;
  return { index: { regions: 1, openedOn: 1, _id: 1 } } as const;
}

function toFilter({ within, stationId, status }: RecruitmentFilter): Record<string, unknown> {
  return {
    ...(within === null ? {} : { regions: within }),
    ...(stationId === null ? {} : { stationId }),
    ...oneOf('status', status),
  };
}
