import type { EventData } from '@qianshou/events';
import { subscribe, together } from '@qianshou/service-kit/inbox';
import type { UseCases } from '../application/use-cases.ts';

const IGNORED = [
  'station/audit-log',
  'personnel/audit-log',
  'funding/audit-log',
  'funding/budget-plan',
  'funding/fund-source',
  'funding/payment',
  'funding/purchase-project',
  'funding/four-eyes-switch',
  'funding/reward-award',
  'station/complaint',
  'station/policy-standing',
  'station/guidance-centre',
  'station/import',
  'station/service-record',
  'station/station-visit',
  'station/region-succession',
  'station/unit-scope',
  'station/village-room',
  'funding/cap-breach',
  'funding/import',
  'funding/budget-evaluation',
  'funding/evaluation-scheme',
  'qianshou.funding.evaluation-appealed.v1',
  'qianshou.funding.evaluation-appeal-decided.v1',
  'qianshou.funding.evaluation-rectified.v1',
  'qianshou.funding.evaluation-rectification-overdue.v1',
  'funding/ledger-check',
  'funding/ledger-seal',
  'qianshou.funding.acceptance-published.v1',
  'qianshou.funding.acceptance-recorded.v1',
  'qianshou.funding.contract-carried-over.v1',
  'qianshou.funding.contract-advanced.v1',
  'qianshou.funding.contract-amendment-notified.v1',
  'qianshou.funding.contract-deducted.v1',
  'qianshou.funding.contract-filed.v1',
  'qianshou.funding.contract-published.v1',
  'qianshou.funding.contract-supplemented.v1',
  'qianshou.funding.contract-condition-changed.v1',
  'qianshou.personnel.certificate-clock-started.v1',
  'qianshou.personnel.certificate-deadline-near.v1',
  'qianshou.personnel.certificate-clock-moved.v1',
  'qianshou.personnel.certificate-last-exam-near.v1',
  'qianshou.personnel.certificate-overdue.v1',
  'qianshou.personnel.clock-met.v1',
  'qianshou.personnel.clock-moved.v1',
  'qianshou.personnel.clock-near.v1',
  'qianshou.personnel.clock-overdue.v1',
  'qianshou.personnel.clock-started.v1',
  'qianshou.personnel.registration-expiring.v1',
  'qianshou.personnel.certificate-requirement-met.v1',
  'qianshou.personnel.certificate-requirement-reopened.v1',
  'qianshou.personnel.worker-fact-corrected.v1',
  'qianshou.personnel.worker-transfer-declined.v1',
  'qianshou.personnel.worker-transfer-offered.v1',
  'qianshou.personnel.worker-fact-recorded.v1',
  'qianshou.personnel.worker-fact-struck.v1',
  'qianshou.personnel.posting-drafted.v1',
  'qianshou.personnel.posting-proposed.v1',
  'qianshou.personnel.posting-signed.v1',
  'qianshou.personnel.posting-passed-over.v1',
  'qianshou.personnel.posting-corrected.v1',
  'qianshou.personnel.posting-hand-over-changed.v1',
  'qianshou.personnel.posting-leave-corrected.v1',
  'qianshou.personnel.posting-leave-recorded.v1',
  'qianshou.personnel.posting-leave-struck.v1',
  'qianshou.personnel.posting-resigned.v1',
  'qianshou.personnel.posting-struck.v1',
  'qianshou.personnel.posting-term-moved.v1',
  'qianshou.personnel.worker-office-changed.v1',
  'qianshou.personnel.posting-training-renewed.v1',
  'qianshou.personnel.posting-training-voided.v1',
  'qianshou.station.acceptance-passed.v1',
  'qianshou.station.acceptance-refused.v1',
  'qianshou.station.acceptance-requested.v1',
  'qianshou.station.activity-logged.v1',
  'qianshou.station.activity-struck.v1',
  'qianshou.station.demonstration-declined.v1',
  'qianshou.station.demonstration-stepped.v1',
  'qianshou.station.demonstration-struck.v1',
  'qianshou.station.demonstration-withdrawn.v1',
  'qianshou.station.graded.v1',
  'qianshou.station.haves-changed.v1',
  'qianshou.station.operator-changed.v1',
  'qianshou.station.rectification-ordered.v1',
  'qianshou.station.rectification-overdue.v1',
  'qianshou.station.rectification-planned.v1',
  'qianshou.station.rectified.v1',
  'qianshou.station.relocated.v1',
  'qianshou.station.room-added.v1',
  'qianshou.station.rooms-corrected.v1',
  'qianshou.station.service-guide-published.v1',
  'qianshou.station.site-checked.v1',
  'qianshou.station.site-readied.v1',
  'qianshou.station.staff-changed.v1',
  'qianshou.station.tier-changed.v1',
  'personnel/identity-case',
  'personnel/import',
  'personnel/recruitment-notice',
  'personnel/renewal-decision',
  'personnel/worker-transfer-question',
  'personnel/worker-transfer-request',
] as const;

const PLANNED = { operating: false, closed: false } as const;
const OPERATING = { operating: true, closed: false } as const;
const CLOSED = { operating: false, closed: true } as const;

interface ContractEvaluated {
  readonly evaluationId: string;
  readonly providerId: EventData<'qianshou.funding.evaluation-graded.v1'>['providerId'];
  readonly barsProviderIn: number | null;
  readonly barredIn?: number | null;
}

/** PAIR-13: the provider of a contract is barred as the operator of a station is. */
function ofContract({ providerId, barsProviderIn, ...told }: ContractEvaluated) {
  return { ...told, operatorAgencyId: providerId, barsOperatorIn: barsProviderIn };
}

/** Each event of the services listened to is either reacted to or named as ignored; nothing is skipped silently. */
export function pairingSubscriptions(useCases: UseCases) {
  return subscribe<'station' | 'personnel' | 'funding'>()({
    on: {
      'qianshou.station.region-designated.v1': ({ data }) => useCases.onRegionDesignated(data),
      'qianshou.station.evaluated.v1': ({ data }) => useCases.onStationEvaluated(data),
      'qianshou.station.evaluation-corrected.v1': ({ data }) => useCases.onStationEvaluated(data),
      'qianshou.station.evaluation-struck.v1': ({ data }) =>
        useCases.onStationEvaluated({ ...data, barsOperatorIn: null }),
      'qianshou.funding.evaluation-graded.v1': ({ data }) => useCases.onStationEvaluated(ofContract(data)),
      'qianshou.funding.evaluation-corrected.v1': ({ data }) => useCases.onStationEvaluated(ofContract(data)),
      'qianshou.funding.evaluation-struck.v1': ({ data }) =>
        useCases.onStationEvaluated(ofContract({ ...data, barsProviderIn: null })),
      'qianshou.station.planned.v1': together((...told) => useCases.onStationStanding(PLANNED, ...told)),
      'qianshou.station.opened.v1': async ({ data }) => {
        await useCases.onStationOpened(data);
        await useCases.onStationStanding(OPERATING, data);
      },
      // It opened before it was entered: no pairing of today helped to open it.
      'qianshou.station.taken-over.v1': together((...told) => useCases.onStationStanding(OPERATING, ...told)),
      // It opened by a check that found nothing of the kind.
      'qianshou.station.acceptance-struck.v1': ({ data }) =>
        useCases.onStationStanding(data.to === 'OPERATING' ? OPERATING : PLANNED, data),
      'qianshou.station.acceptance-corrected.v1': ({ data }) =>
        useCases.onStationStanding(data.to === 'OPERATING' ? OPERATING : PLANNED, data),
      'qianshou.station.suspended.v1': together((...told) => useCases.onStationStanding(PLANNED, ...told)),
      'qianshou.station.resumed.v1': together((...told) => useCases.onStationStanding(OPERATING, ...told)),
      'qianshou.station.closed.v1': together((...told) => useCases.onStationStanding(CLOSED, ...told)),
      'qianshou.station.coverage-changed.v1': together(useCases.onCoverageChanged),
      'qianshou.station.document-filed.v1': ({ data }) => useCases.onDocumentFiled(data),
      'qianshou.station.policy-adopted.v1': ({ data }) => useCases.onPolicyAdopted(data),
      'qianshou.station.policy-revised.v1': ({ data }) => useCases.onPolicyAdopted(data),
      'qianshou.personnel.posting-started.v1': ({ data }) => useCases.onPostingStarted(data),
      'qianshou.personnel.posting-ended.v1': ({ data }) => useCases.onPostingEnded(data),
      'qianshou.personnel.registration-standing-changed.v1': ({ data }) =>
        useCases.onRegistrationStandingChanged(data),
      'qianshou.personnel.worker-county-changed.v1': ({ data }) => useCases.onWorkerRegistered(data),
      'qianshou.personnel.worker-employer-changed.v1': ({ data }) => useCases.onWorkerRegistered(data),
      'qianshou.personnel.worker-registered.v1': ({ data }) => useCases.onWorkerRegistered(data),
      'qianshou.personnel.qualification-obtained.v1': ({ data }) => useCases.onQualificationObtained(data),
      'qianshou.personnel.qualification-corrected.v1': ({ data }) => useCases.onQualificationChanged(data),
      'qianshou.personnel.qualification-rejected.v1': ({ data }) => useCases.onQualificationChanged(data),
      'qianshou.personnel.qualification-revoked.v1': ({ data }) => useCases.onQualificationChanged(data),
      'qianshou.personnel.qualification-struck.v1': ({ data }) => useCases.onQualificationChanged(data),
      'qianshou.personnel.qualification-verified.v1': ({ data }) => useCases.onQualificationChanged(data),
      'qianshou.funding.contract-signed.v1': ({ data }) => useCases.onContractSigned(data),
      'qianshou.funding.contract-corrected.v1': ({ data }) => useCases.onContractSigned(data),
      'qianshou.funding.contract-amended.v1': ({ data }) => useCases.onContractSigned(data),
      'qianshou.funding.contract-closed.v1': ({ data }) => useCases.onContractEnded(data),
      'qianshou.funding.contract-refused.v1': ({ data }) => useCases.onContractEnded(data),
      'qianshou.funding.contract-replaced.v1': ({ data }) => useCases.onContractEnded(data),
      'qianshou.funding.contract-terminated.v1': ({ data }) => useCases.onContractEnded(data),
      'qianshou.funding.contract-withdrawn.v1': ({ data }) => useCases.onContractEnded(data),
    },
    ignore: IGNORED,
  });
}
