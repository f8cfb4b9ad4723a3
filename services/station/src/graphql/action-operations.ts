import type { ActionOperations, DoneBy } from '@qianshou/service-kit/graphql';
import { activityId, serviceRecordId, successionId, visitId } from '../domain/ids.ts';
import type { Context } from './context.ts';
import type {
  AcceptanceCheckAction,
  CentreAction,
  ComplaintAction,
  CountyPolicyAction,
  MutationResolvers,
  RegionSuccessionAction,
  ServiceRecordAction,
  StationAction,
  StationActivityAction,
  StationEvaluationAction,
  StationVisitAction,
  VillageRoomAction,
} from './generated/resolvers.ts';

type By<Action extends string> = DoneBy<Action, keyof MutationResolvers>;

/** What each action of what this service owns is done with: `actionCheck` asks it why not. */
export const actionOperations = {
  AcceptanceCheck: {
    prefix: 'chk',
    by: 'checkId',
    operations: {
      CORRECT: 'correctAcceptanceCheck',
      STRIKE: 'strikeAcceptanceCheck',
    } satisfies By<AcceptanceCheckAction>,
  },
  Complaint: {
    prefix: 'cmp',
    by: 'complaintId',
    operations: {
      HANDLE: 'handleComplaint',
      STRIKE: 'strikeComplaint',
    } satisfies By<ComplaintAction>,
  },
  CountyPolicy: {
    prefix: 'pol',
    by: 'policyId',
    operations: {
      WITHDRAW_POLICY: 'withdrawCountyPolicy',
      END_POLICY: 'endCountyPolicy',
      CORRECT_POLICY: 'correctCountyPolicy',
      APPROVE_POLICY_CAP: 'approvePolicyCap',
    } satisfies By<CountyPolicyAction>,
  },
  GuidanceCentre: {
    prefix: 'ctr',
    by: 'centreId',
    operations: {
      NAME_EXPERT_TEAM: 'nameExpertTeam',
      OPEN_GUIDANCE_CENTRE: 'openGuidanceCentre',
      CHANGE_GUIDANCE_CENTRE_OPERATOR: 'changeGuidanceCentreOperator',
      CLOSE_GUIDANCE_CENTRE: 'closeGuidanceCentre',
      CORRECT_GUIDANCE_CENTRE: 'correctGuidanceCentre',
      STRIKE_GUIDANCE_CENTRE: 'strikeGuidanceCentre',
    } satisfies By<CentreAction>,
  },
  RegionSuccession: {
    prefix: 'rsn',
    by: 'successionId',
    find: (id: string, { loaders }: Context) => loaders.regionSuccession.load(successionId(id)),
    operations: {
      STRIKE: 'strikeRegionSuccession',
    } satisfies By<RegionSuccessionAction>,
  },
  ServiceRecord: {
    prefix: 'srv',
    by: 'recordId',
    find: (id: string, { loaders }: Context) => loaders.serviceRecord.load(serviceRecordId(id)),
    operations: {
      CORRECT: 'correctServiceRecord',
      STRIKE: 'strikeServiceRecord',
    } satisfies By<ServiceRecordAction>,
  },
  Station: {
    prefix: 'sta',
    by: 'stationId',
    operations: {
      RECORD_SITE: 'recordSite',
      ADD_ROOMS: 'addRooms',
      FILE_DOCUMENTS: 'fileDocuments',
      LOG_ACTIVITY: 'logActivity',
      STRIKE_ACTIVITY: 'strikeActivity',
      CORRECT_ROOMS: 'correctRooms',
      STRIKE_DEMONSTRATION_STATION: 'strikeDemonstrationStation',
      REQUEST_ACCEPTANCE: 'requestAcceptance',
      CHECK_STATION: 'checkStation',
      OPEN_STATION: 'openStation',
      CHOOSE_DEMONSTRATION_STATION: 'chooseDemonstrationStation',
      SUSPEND_STATION: 'suspendStation',
      RESUME_STATION: 'resumeStation',
      CHANGE_STATION_OPERATOR: 'changeStationOperator',
      CLOSE_STATION: 'closeStation',
      ORDER_RECTIFICATION: 'orderRectification',
      PLAN_RECTIFICATION: 'planRectification',
      CONFIRM_RECTIFICATION: 'confirmRectification',
      APPLY_FOR_DEMONSTRATION: 'applyForDemonstration',
      RECOMMEND_FOR_DEMONSTRATION: 'recommendForDemonstration',
      ASSESS_FOR_DEMONSTRATION: 'assessForDemonstration',
      ANNOUNCE_DEMONSTRATION: 'announceDemonstration',
      CONFIRM_DEMONSTRATION: 'confirmDemonstration',
      DECLINE_DEMONSTRATION: 'declineDemonstration',
      WITHDRAW_DEMONSTRATION: 'withdrawDemonstration',
      RESTORE_DEMONSTRATION: 'restoreDemonstration',
      EVALUATE_STATION: 'evaluateStation',
      PUBLISH_SERVICE_GUIDE: 'publishServiceGuide',
      RECORD_SERVICES: 'recordServices',
    } satisfies By<StationAction>,
  },
  StationActivity: {
    prefix: 'sac',
    by: 'activityId',
    find: (id: string, { loaders }: Context) => loaders.stationActivity.load(activityId(id)),
    operations: {
      STRIKE: 'strikeActivity',
    } satisfies By<StationActivityAction>,
  },
  StationEvaluation: {
    prefix: 'sev',
    by: 'evaluationId',
    operations: {
      CORRECT: 'correctStationEvaluation',
      STRIKE: 'strikeStationEvaluation',
    } satisfies By<StationEvaluationAction>,
  },
  StationVisit: {
    prefix: 'vis',
    by: 'visitId',
    find: (id: string, { loaders }: Context) => loaders.stationVisit.load(visitId(id)),
    operations: {
      FOLLOW_UP: 'followUpStationVisit',
      CORRECT: 'correctStationVisit',
      STRIKE: 'strikeStationVisit',
    } satisfies By<StationVisitAction>,
  },
  VillageRoom: {
    prefix: 'vrm',
    by: 'villageRoomId',
    operations: {
      CHOOSE_DEMONSTRATION_ROOM: 'chooseDemonstrationRoom',
      EQUIP_VILLAGE_ROOM: 'equipVillageRoom',
      ASSIGN_VILLAGE_ROOM: 'assignVillageRoom',
      CLOSE_VILLAGE_ROOM: 'closeVillageRoom',
      CORRECT_VILLAGE_ROOM: 'correctVillageRoom',
      STRIKE_VILLAGE_ROOM: 'strikeVillageRoom',
      STRIKE_DEMONSTRATION_ROOM: 'strikeDemonstrationRoom',
    } satisfies By<VillageRoomAction>,
  },
} satisfies ActionOperations;
