import { registerAgency } from './agencies.ts';
import type { PairAtWork } from './elsewhere.ts';
import { forEach } from './for-each.ts';
import { NAME_TRAINEES, RECORD_GROWN_AGENCY, REVISE_AGENCY } from './pairing-work-operations.ts';
import { trainee } from './people.ts';
import { PLAN_STATION } from './stations.ts';
import type { Story } from './story.ts';
import { registerWorker } from './workers.ts';

const NINGXIA_AGENCY = 'ningxia-agency-1';
const HAIYUAN = '640522';
/** People who are to be trained, by their number among the people of the story. */
const TRAINEES = [81, 82, 83] as const;
/** Two towns of 海原县 that plan their stations, staffed by the government itself. */
const LOCAL_UNITS = [
  { code: '640522104', name: '三河镇' },
  { code: '640522101', name: '李旺镇' },
] as const;

/** A second agency of the county, which the pairing has helped to found. */
const GROWN_AGENCY = {
  persona: 'haiyuan-grown-agency',
  name: '海原县新芽社会工作服务中心',
  homeRegionCode: HAIYUAN,
  registrationAuthority: '海原县民政局',
  number: 91,
  can: 'RECEIVE',
} as const;

/** PAIR-9, PAIR-10: the recipient names whom it wants trained; it can run stations itself, and a second agency has grown. */
export async function growRecipient(story: Story, pair: PairAtWork): Promise<void> {
  const { graph, report } = story;
  const { pairingId, recipientAgencyId: agencyId } = pair;
  const workerIds = await forEach(TRAINEES, (number) =>
    registerWorker(story, NINGXIA_AGENCY, trainee(number), {
      employerAgencyId: agencyId,
      countyCode: HAIYUAN,
    }),
  );
  await graph.ask(NINGXIA_AGENCY, NAME_TRAINEES, {
    input: { pairingId, workerIds, idempotencyKey: `demo-trainees-${pairingId}` },
  });
  await graph.ask('ningxia-province', REVISE_AGENCY, {
    input: { agencyId, canOperate: true, fullTimeStaff: 6, certifiedStaff: 2 },
  });
  const grownId = await registerAgency(story, 'ningxia-province', GROWN_AGENCY);
  await graph.ask(NINGXIA_AGENCY, RECORD_GROWN_AGENCY, {
    input: { pairingId, agencyId: grownId, idempotencyKey: `demo-grown-${pairingId}` },
  });
  report(
    `     the recipient names ${workerIds.length} people to be trained; Ningxia attests it can run stations`,
  );
}

export async function planLocalStations({ graph, report }: Story): Promise<readonly string[]> {
  const stations = await forEach(LOCAL_UNITS, async ({ code, name }) => {
    const { planStation } = await graph.ask('haiyuan-bureau', PLAN_STATION, {
      input: {
        townshipCode: code,
        signage: `海原县${name}社会工作服务站`,
        operationMode: 'DIRECT_HIRE',
      },
    });
    return planStation.station.id;
  });
  report(`     海原县 plans its first ${stations.length} stations`);
  return stations;
}
