import { type Feed, gone, known, row, type Told } from './telling.ts';

interface Standing {
  readonly stationId: string;
  readonly townshipCode: string;
  readonly tier: string;
  readonly operatorAgencyId: string | null;
  readonly operationMode?: string | undefined;
  readonly signage?: string | undefined;
}

const standing = (
  { stationId, townshipCode, tier, operatorAgencyId, operationMode, signage }: Standing,
  cells: Told['cells'] = {},
): Told =>
  row('station', stationId, {
    ...known({ townshipCode, tier, operatorAgencyId, operationMode, signage }),
    ...cells,
  });

export const stationFeed: Feed = {
  'qianshou.station.planned.v1': (data, { day }) =>
    standing(data, { status: 'PREPARING', plannedOn: day, heads: 0, deputies: 0, residents: 0 }),
  'qianshou.station.taken-over.v1': (data, { day }) =>
    standing(data, {
      status: 'OPERATING',
      plannedOn: day,
      openedOn: data.openedOn,
      heads: 0,
      deputies: 0,
      residents: 0,
    }),
  'qianshou.station.haves-changed.v1': (data) =>
    standing(data, { complete: data.complete, missing: data.missing }),
  'qianshou.station.staff-changed.v1': ({ stationId, heads, deputies, residents }) =>
    row('station', stationId, { heads, deputies, residents }),
  'qianshou.station.acceptance-requested.v1': ({ stationId }) =>
    row('station', stationId, { status: 'IN_ACCEPTANCE' }),
  'qianshou.station.opened.v1': (data) => standing(data, { status: 'OPERATING', openedOn: data.openedOn }),
  'qianshou.station.tier-changed.v1': ({ stationId, to }) => row('station', stationId, { tier: to }),
  'qianshou.station.demonstration-withdrawn.v1': (data) => standing(data),
  'qianshou.station.demonstration-struck.v1': (data) => standing(data),
  'qianshou.station.suspended.v1': (data) => standing(data, { status: 'SUSPENDED' }),
  'qianshou.station.resumed.v1': (data) => standing(data, { status: data.to }),
  'qianshou.station.operator-changed.v1': (data) => standing(data),
  'qianshou.station.relocated.v1': ({ stationId, townshipCode }) =>
    row('station', stationId, { townshipCode }),
  'qianshou.station.closed.v1': (data) => standing(data, { status: 'CLOSED', closedOn: data.closedOn }),
  'qianshou.station.rectification-ordered.v1': (data) => standing(data, { status: 'RECTIFYING' }),
  'qianshou.station.rectified.v1': (data) => standing(data, { status: 'OPERATING' }),
  'qianshou.station.graded.v1': (data) => standing(data, { grade: data.to }),
  'qianshou.station.acceptance-struck.v1': (data) =>
    standing(data, data.to === 'IN_ACCEPTANCE' ? { status: data.to, openedOn: null } : { status: data.to }),
  'qianshou.station.acceptance-corrected.v1': (data) =>
    standing(data, data.to === 'IN_ACCEPTANCE' ? { status: data.to, openedOn: null } : { status: data.to }),
  'qianshou.station.village-room-opened.v1': ({ villageRoomId, stationId, townshipCode, openedOn }) =>
    row('villageRoom', villageRoomId, {
      stationId,
      townshipCode,
      openedOn,
      status: 'OPERATING',
      demonstration: false,
    }),
  'qianshou.station.village-room-equipped.v1': ({ villageRoomId, meetsStandard, lacking }) =>
    row('villageRoom', villageRoomId, { meetsStandard, lacking }),
  'qianshou.station.village-room-chosen.v1': ({ villageRoomId }) =>
    row('villageRoom', villageRoomId, { demonstration: true }),
  'qianshou.station.village-room-choice-struck.v1': ({ villageRoomId }) =>
    row('villageRoom', villageRoomId, { demonstration: false }),
  'qianshou.station.village-room-assigned.v1': ({ villageRoomId, stationId }) =>
    row('villageRoom', villageRoomId, { stationId }),
  'qianshou.station.village-room-relocated.v1': ({ villageRoomId, stationId, townshipCode }) =>
    row('villageRoom', villageRoomId, { stationId, townshipCode }),
  'qianshou.station.village-room-closed.v1': ({ villageRoomId, closedOn }) =>
    row('villageRoom', villageRoomId, { status: 'CLOSED', closedOn, demonstration: false }),
  'qianshou.station.village-room-corrected.v1': ({ villageRoomId, openedOn }) =>
    row('villageRoom', villageRoomId, { openedOn }),
  'qianshou.station.village-room-struck.v1': ({ villageRoomId }) => gone('villageRoom', villageRoomId),
  'qianshou.station.complaint-received.v1': (data) =>
    row('complaint', data.complaintId, {
      stationId: data.stationId,
      townshipCode: data.townshipCode,
      kind: data.kind,
      receivedOn: data.receivedOn,
      dueOn: data.dueOn,
      status: 'OPEN',
      overdue: false,
    }),
  'qianshou.station.complaint-overdue.v1': ({ complaintId }) =>
    row('complaint', complaintId, { overdue: true }),
  'qianshou.station.complaint-handled.v1': ({ complaintId, outcome, handledOn, wasOverdue }) =>
    row('complaint', complaintId, { status: 'HANDLED', outcome, handledOn, overdue: wasOverdue }),
  'qianshou.station.complaint-struck.v1': ({ complaintId }) => gone('complaint', complaintId),
  'qianshou.station.evaluated.v1': (data) => evaluated(data),
  'qianshou.station.evaluation-corrected.v1': (data) => evaluated(data),
  'qianshou.station.evaluation-struck.v1': ({ evaluationId }) => gone('stationEvaluation', evaluationId),
  'qianshou.station.service-recorded.v1': (data) => served(data),
  'qianshou.station.service-record-corrected.v1': (data) => served(data),
  'qianshou.station.service-record-struck.v1': ({ recordId }) => gone('serviceRecord', recordId),
};

interface Evaluated {
  readonly evaluationId: string;
  readonly stationId: string;
  readonly townshipCode: string;
  readonly operatorAgencyId: string | null;
  readonly year: number;
  readonly kind: string;
  readonly score: number;
  readonly grade: string;
  readonly evaluatedOn: string;
}

function evaluated(data: Evaluated): Told {
  const { stationId, townshipCode, operatorAgencyId, year, kind, score, grade, evaluatedOn } = data;
  const cells = { stationId, townshipCode, operatorAgencyId, year, kind, score, grade, evaluatedOn };
  return row('stationEvaluation', data.evaluationId, cells);
}

interface Served {
  readonly recordId: string;
  readonly stationId: string;
  readonly townshipCode: string;
  readonly service: string;
  readonly domain: string;
  readonly method: string;
  readonly beneficiaryGroup: string | null;
  readonly servedOn: string;
  readonly persons: number;
  readonly minutes: number;
}

function served(data: Served): Told {
  const { stationId, townshipCode, service, domain, method, beneficiaryGroup, servedOn, persons, minutes } =
    data;
  return row('serviceRecord', data.recordId, {
    stationId,
    townshipCode,
    service,
    domain,
    method,
    beneficiaryGroup,
    servedOn,
    persons,
    minutes,
  });
}
