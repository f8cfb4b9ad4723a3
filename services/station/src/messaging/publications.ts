import type { Publication } from '@qianshou/events';
import type { CountyCoverage, CoverageChanged } from '../domain/county/county-coverage.ts';
import { type CountyPolicy, type PolicyEvent } from '../domain/county/county-policy.ts';
import { stationRulesOf } from '../domain/county/station-rules.ts';
import { warningDaysOf } from '../domain/county/certificate-warnings.ts';
import type { CentreEvent, GuidanceCentre } from '../domain/centre/guidance-centre.ts';
import type { KeyCounty, KeyCountyListed } from '../domain/county/key-county.ts';
import {
  barsOperatorIn,
  type EvaluationEvent,
  type StationEvaluation,
} from '../domain/evaluation/station-evaluation.ts';
import {
  countedOf,
  type PolicyInForceChanged,
  type PolicyStanding,
} from '../domain/county/policy-standing.ts';
import type { VillageRoom, VillageRoomEvent } from '../domain/village-room/village-room.ts';

export function publishCentreEvent(event: CentreEvent, centre: GuidanceCentre): Publication {
  const { id: centreId, countyCode, operatorAgencyId } = centre;
  const regionCode = countyCode;
  switch (event.type) {
    case 'centre.planned': {
      const data = { centreId, countyCode, operatorAgencyId };
      return { type: 'qianshou.station.centre-planned.v1', data, regionCode };
    }
    case 'centre.expertTeamNamed':
      return { type: 'qianshou.station.expert-team-named.v1', data: { centreId, countyCode }, regionCode };
    case 'centre.staffChanged': {
      const data = { centreId, countyCode, workers: event.workers };
      return { type: 'qianshou.station.centre-staff-changed.v1', data, regionCode };
    }
    case 'centre.operatorChanged': {
      const { before, from, stayingPostings } = event;
      const change = { before, from, stayingPostings: [...stayingPostings] };
      const data = { centreId, countyCode, operatorAgencyId, ...change };
      return { type: 'qianshou.station.centre-operator-changed.v1', data, regionCode };
    }
    case 'centre.opened': {
      const data = { centreId, countyCode, operatorAgencyId, openedOn: event.openedOn };
      return { type: 'qianshou.station.centre-opened.v1', data, regionCode };
    }
    case 'centre.struck': {
      const { from, struckOn } = event;
      const data = { centreId, countyCode, operatorAgencyId, from, struckOn };
      return { type: 'qianshou.station.centre-struck.v1', data, regionCode };
    }
    case 'centre.corrected': {
      const data = { centreId, countyCode, operatorAgencyId, openedOn: event.openedOn };
      return { type: 'qianshou.station.centre-corrected.v1', data, regionCode };
    }
    case 'centre.closed': {
      const { from, closedOn } = event;
      const data = { centreId, countyCode, operatorAgencyId, from, closedOn };
      return { type: 'qianshou.station.centre-closed.v1', data, regionCode };
    }
  }
}

export function publishVillageRoomEvent(event: VillageRoomEvent, room: VillageRoom): Publication {
  const { id: villageRoomId, stationId, townshipCode, countyCode } = room;
  const place = { villageRoomId, stationId, townshipCode, countyCode };
  const regionCode = townshipCode;
  switch (event.type) {
    case 'village-room.opened': {
      const data = { ...place, openedOn: event.openedOn };
      return { type: 'qianshou.station.village-room-opened.v1', data, regionCode };
    }
    case 'village-room.chosen': {
      const data = { ...place, selectedOn: event.selectedOn };
      return { type: 'qianshou.station.village-room-chosen.v1', data, regionCode };
    }
    case 'village-room.equipped': {
      const { meetsStandard, lacking, before } = event;
      const data = { ...place, meetsStandard, lacking: [...lacking], before };
      return { type: 'qianshou.station.village-room-equipped.v1', data, regionCode };
    }
    case 'village-room.assigned': {
      const data = { ...place, formerStationId: event.formerStationId };
      return { type: 'qianshou.station.village-room-assigned.v1', data, regionCode };
    }
    case 'village-room.closed': {
      const { type: _type, ...told } = event;
      const data = { ...place, ...told };
      return { type: 'qianshou.station.village-room-closed.v1', data, regionCode };
    }
    case 'village-room.struck': {
      const { type: _type, ...told } = event;
      const data = { ...place, ...told };
      return { type: 'qianshou.station.village-room-struck.v1', data, regionCode };
    }
    case 'village-room.corrected': {
      const { openedOn, before } = event;
      const data = { ...place, openedOn, before };
      return { type: 'qianshou.station.village-room-corrected.v1', data, regionCode };
    }
    case 'village-room.relocated': {
      const { type: _type, ...told } = event;
      return { type: 'qianshou.station.village-room-relocated.v1', data: { ...place, ...told }, regionCode };
    }
    case 'village-room.choiceStruck': {
      const data = { ...place, selectedOn: event.selectedOn };
      return { type: 'qianshou.station.village-room-choice-struck.v1', data, regionCode };
    }
  }
}

export function publishPolicyEvent(event: PolicyEvent, policy: CountyPolicy): Publication {
  const data = toldOf(policy);
  const regionCode = policy.countyCode;
  if (event.type === 'county-policy.adopted')
    return { type: 'qianshou.station.policy-adopted.v1', data, regionCode };
  const { change, by } = event;
  return { type: 'qianshou.station.policy-revised.v1', data: { ...data, change, by }, regionCode };
}

/** The whole policy as it stands: whoever keeps a copy of it puts this in its place. */
function toldOf(policy: CountyPolicy) {
  const rules = stationRulesOf(policy);
  return {
    policyId: policy.id,
    countyCode: policy.countyCode,
    validFrom: policy.validFrom,
    validTo: policy.validTo,
    supersededOn: policy.supersededOn,
    withdrawnOn: policy.withdrawnOn,
    source: policy.source,
    demonstrationStations: policy.demonstrationStations,
    demonstrationRooms: policy.demonstrationRooms,
    residentsPerStation: policy.residentsPerStation,
    correctionDays: rules.correctionDays,
    recruitmentNoticeDays: rules.recruitmentNoticeDays,
    applicantDays: rules.applicantDays,
    vacancyDays: rules.vacancyDays,
    supervisionsPerQuarter: rules.supervisionsPerQuarter,
    certificateYears: policy.certificateYears,
    certificateGapDays: policy.certificateGapDays,
    certificateWarningDays: warningDaysOf(policy),
    capPercent: policy.capPercent,
    capApprovedOn: policy.capApproval?.on ?? null,
    countsQuasiTownships: policy.countsQuasiTownships,
    unitsOutOfScope: policy.unitsOutOfScope,
  };
}

export function publishStandingEvent(
  { on, policy, replaces }: PolicyInForceChanged,
  { id: countyCode, policyId }: PolicyStanding,
): Publication {
  return {
    type: 'qianshou.station.policy-in-force-changed.v1',
    data: {
      countyCode,
      policyId,
      on,
      certificateYears: policy?.certificateYears ?? null,
      ...(policy === null ? {} : { certificateWarningDays: warningDaysOf(policy) }),
      ...countedOf(policy),
      replaces,
    },
    regionCode: countyCode,
  };
}

export function publishKeyCountyEvent(
  { countyCode, sourceUrl }: KeyCountyListed,
  _state: KeyCounty,
): Publication {
  return {
    type: 'qianshou.station.region-designated.v1',
    data: { countyCode, designation: 'KEY_COUNTY', sourceUrl },
    regionCode: countyCode,
  };
}

export function publishEvaluationEvent(event: EvaluationEvent, evaluation: StationEvaluation): Publication {
  const regionCode = evaluation.townshipCode;
  const said = { ...evaluation, evaluationId: evaluation.id, barsOperatorIn: barsOperatorIn(evaluation) };
  switch (event.type) {
    case 'evaluation.recorded':
      return { type: 'qianshou.station.evaluated.v1', data: said, regionCode };
    case 'evaluation.corrected': {
      const data = { ...said, barredIn: event.barredIn };
      return { type: 'qianshou.station.evaluation-corrected.v1', data, regionCode };
    }
    case 'evaluation.struck': {
      const data = { ...said, barredIn: event.barredIn };
      return { type: 'qianshou.station.evaluation-struck.v1', data, regionCode };
    }
  }
}

export function publishCoverageEvent(
  { coverage, replaces }: CoverageChanged,
  { id: countyCode }: CountyCoverage,
): Publication {
  return {
    type: 'qianshou.station.coverage-changed.v1',
    data: { countyCode, ...coverage, replaces },
    regionCode: countyCode,
  };
}
