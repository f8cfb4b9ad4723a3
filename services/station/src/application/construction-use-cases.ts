import { addRooms } from './add-rooms.ts';
import { adoptCountyPolicy } from './adopt-county-policy.ts';
import { approvePolicyCap } from './approve-policy-cap.ts';
import { checkStation } from './check-station.ts';
import { chooseDemonstrationRoom } from './choose-demonstration-room.ts';
import { correctCountyPolicy } from './correct-county-policy.ts';
import { endCountyPolicy } from './end-county-policy.ts';
import { fileDocuments } from './file-documents.ts';
import { importKeyCounty } from './import-key-county.ts';
import { logActivity } from './log-activity.ts';
import { nameExpertTeam } from './name-expert-team.ts';
import { openGuidanceCentre } from './open-guidance-centre.ts';
import { openStation } from './open-station.ts';
import { openVillageRoom } from './open-village-room.ts';
import { planGuidanceCentre } from './plan-guidance-centre.ts';
import { planStation } from './plan-station.ts';
import type { Ports } from './ports.ts';
import { recordSite } from './record-site.ts';
import { requestAcceptance } from './request-acceptance.ts';
import { strikeActivity } from './strike-activity.ts';
import { withdrawCountyPolicy } from './withdraw-county-policy.ts';

/** Building the three levels, up to the opening. */
export function constructionUseCases(ports: Ports) {
  return {
    addRooms: addRooms(ports),
    adoptCountyPolicy: adoptCountyPolicy(ports),
    approvePolicyCap: approvePolicyCap(ports),
    checkStation: checkStation(ports),
    chooseDemonstrationRoom: chooseDemonstrationRoom(ports),
    correctCountyPolicy: correctCountyPolicy(ports),
    endCountyPolicy: endCountyPolicy(ports),
    fileDocuments: fileDocuments(ports),
    importKeyCounty: importKeyCounty(ports),
    logActivity: logActivity(ports),
    nameExpertTeam: nameExpertTeam(ports),
    openGuidanceCentre: openGuidanceCentre(ports),
    openStation: openStation(ports),
    openVillageRoom: openVillageRoom(ports),
    planGuidanceCentre: planGuidanceCentre(ports),
    planStation: planStation(ports),
    recordSite: recordSite(ports),
    requestAcceptance: requestAcceptance(ports),
    strikeActivity: strikeActivity(ports),
    withdrawCountyPolicy: withdrawCountyPolicy(ports),
  };
}
