import { type Feed, gone, known, row, type Told } from './telling.ts';

type Cells = NonNullable<Told['cells']>;

interface Terms {
  readonly pairingId: string;
  readonly countyCode: string;
  readonly countyTier: string;
  readonly mode: string;
  readonly taskGroups: readonly string[];
  readonly cycleYear: number;
  readonly dispatchingAgencyId: string;
  readonly recipientAgencyId: string;
}

function paired(data: Terms, cells: Cells = {}): Told {
  const { countyCode, countyTier, mode, taskGroups, cycleYear, dispatchingAgencyId, recipientAgencyId } =
    data;
  return row('pairing', data.pairingId, {
    countyCode,
    countyTier,
    mode,
    taskGroups,
    cycleYear,
    dispatchingAgencyId,
    recipientAgencyId,
    ...cells,
  });
}

interface Activity {
  readonly activityId: string;
  readonly pairingId: string;
  readonly countyCode: string;
  readonly taskGroup: string;
  readonly kind: string;
  readonly onsite: boolean;
  readonly heldOn: string;
  readonly hours: number;
  readonly participants: number;
}

function activity(data: Activity, cells: Cells): Told {
  const { pairingId, countyCode, taskGroup, kind, onsite, heldOn, hours, participants } = data;
  const told = { pairingId, countyCode, taskGroup, kind, onsite, heldOn, hours, participants };
  return row('supportActivity', data.activityId, { ...told, ...cells });
}

interface Stay {
  readonly dispatchId: string;
  readonly pairingId: string;
  readonly countyCode: string;
  readonly role: string;
  readonly mode: string;
  readonly arrivedOn: string;
}

function stay({ dispatchId, pairingId, countyCode, role, mode, arrivedOn }: Stay, cells: Cells = {}): Told {
  return row('dispatchStay', dispatchId, { pairingId, countyCode, role, mode, arrivedOn, ...cells });
}

export const pairingFeed: Feed = {
  'qianshou.pairing.agency-registered.v1': (data, { day }) =>
    row('agency', data.agencyId, {
      name: data.name,
      homeRegionCode: data.homeRegionCode,
      canDispatch: data.canDispatch,
      canReceive: data.canReceive,
      canOperate: data.canOperate,
      status: data.status,
      registeredOn: day,
    }),
  'qianshou.pairing.agency-revised.v1': ({ agencyId, canDispatch, canReceive, canOperate }) =>
    row('agency', agencyId, { canDispatch, canReceive, canOperate }),
  'qianshou.pairing.agency-merged.v1': ({ agencyId, droppedAgencyId }) =>
    row('agencyMerger', droppedAgencyId, { keptAgencyId: agencyId }),
  'qianshou.pairing.agency-status-changed.v1': ({ agencyId, status }) => row('agency', agencyId, { status }),
  'qianshou.pairing.agency-registration-changed.v1': ({ agencyId, name, homeRegionCode, status }) =>
    row('agency', agencyId, known({ name, homeRegionCode, status })),
  'qianshou.pairing.matched.v1': (data) => paired(data, { status: 'MATCHED' }),
  'qianshou.pairing.signed.v1': (data) => paired(data, { status: 'SIGNED' }),
  'qianshou.pairing.activated.v1': (data) =>
    paired(data, { status: 'ACTIVE', startsOn: data.startsOn, endsOn: data.endsOn }),
  'qianshou.pairing.suspended.v1': (data) => paired(data, { status: 'SUSPENDED' }),
  'qianshou.pairing.resumed.v1': (data) => paired(data, { status: 'ACTIVE' }),
  'qianshou.pairing.past-end.v1': (data) => paired(data, { status: 'PAST_END' }),
  'qianshou.pairing.extended.v1': (data) => paired(data, { endsOn: data.endsOn }),
  'qianshou.pairing.final-evaluation-begun.v1': (data) => paired(data, { status: 'FINAL_EVALUATION' }),
  'qianshou.pairing.completed.v1': (data) => paired(data, { status: 'COMPLETED' }),
  'qianshou.pairing.terminated.v1': (data) => paired(data, { status: 'TERMINATED' }),
  'qianshou.pairing.task-groups-changed.v1': (data) => paired(data),
  'qianshou.pairing.history-entered.v1': (data) =>
    paired(data, { status: 'COMPLETED', startsOn: data.startsOn, endsOn: data.endsOn }),
  'qianshou.pairing.corrected.v1': (data) =>
    paired(data, { status: data.status, startsOn: data.startsOn, endsOn: data.endsOn }),
  'qianshou.pairing.struck.v1': ({ pairingId }) => gone('pairing', pairingId),
  'qianshou.pairing.activity-logged.v1': (data) => activity(data, { verdict: null }),
  'qianshou.pairing.activity-corrected.v1': (data) => activity(data, { verdict: null }),
  'qianshou.pairing.activity-judged.v1': (data) => activity(data, { verdict: data.verdict }),
  'qianshou.pairing.activity-struck.v1': ({ activityId }) => gone('supportActivity', activityId),
  'qianshou.pairing.dispatch-started.v1': (data) => stay(data),
  'qianshou.pairing.dispatch-ended.v1': (data) =>
    stay(data, { leftOn: data.leftOn, workingDays: data.workingDays }),
  'qianshou.pairing.dispatch-corrected.v1': (data) =>
    stay(data, { leftOn: data.leftOn, workingDays: data.workingDays, verdict: null }),
  'qianshou.pairing.dispatch-judged.v1': (data) => stay(data, { verdict: data.verdict }),
  'qianshou.pairing.dispatch-struck.v1': ({ dispatchId }) => gone('dispatchStay', dispatchId),
};
