import { publicLine, publicName, publicText, regionCodeOf } from '@qianshou/kernel';
import { atMost, optional } from '@qianshou/service-kit/graphql';
import { listedChecks } from '../../domain/station/listed-checks.ts';
import { activityId, agencyId } from '../../domain/ids.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { target } from './station-target.ts';

/** Most rooms or documents in one command. */
const MOST = 50;

export const stationMutations = {
  planStation: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.planStation(
      {
        townshipCode: regionCodeOf('TOWNSHIP_UNIT', input.townshipCode, 'townshipCode'),
        signage: publicName(input.signage, 'signage', 100),
        operationMode: input.operationMode ?? null,
        operatorAgencyId: optional(input.operatorAgencyId, agencyId),
      },
      actor,
    ),
  }),
  recordSite: async (_root, { input }, { useCases, actor }) => {
    const site = {
      source: input.source,
      address: publicLine(input.address, 'address'),
      areaSqm: input.areaSqm ?? null,
    };
    return { station: await useCases.recordSite({ ...target(input), site }, actor) };
  },
  addRooms: async (_root, { input }, { useCases, actor }) => {
    const rooms = atMost(input.rooms, MOST, 'rooms').map(({ kind, areaSqm, capacity }) => ({
      kind,
      areaSqm: areaSqm ?? null,
      capacity: capacity ?? null,
    }));
    return { station: await useCases.addRooms({ ...target(input), rooms }, actor) };
  },
  fileDocuments: async (_root, { input }, { useCases, actor }) => {
    const documents = atMost(input.documents, MOST, 'documents').map(({ subject, title, filedOn }) => ({
      subject,
      title: publicLine(title, 'title'),
      filedOn,
    }));
    return { station: await useCases.fileDocuments({ ...target(input), documents }, actor) };
  },
  logActivity: async (_root, { input }, { useCases, actor }) => {
    const { heldOn, participants } = input;
    const activity = { title: publicLine(input.title, 'title'), heldOn, participants };
    return { station: await useCases.logActivity({ ...target(input), activity }, actor) };
  },
  strikeActivity: async (_root, { input }, { useCases, actor }) => {
    const struck = {
      activityId: activityId(input.activityId),
      reason: publicText(input.reason, 'reason', 500),
    };
    return { station: await useCases.strikeActivity({ ...target(input), ...struck }, actor) };
  },
  requestAcceptance: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.requestAcceptance(target(input), actor),
  }),
  checkStation: async (_root, { input }, { useCases, actor }) => {
    const check = {
      checkedOn: input.checkedOn,
      checkerOrganisation: publicName(input.checkerOrganisation, 'checkerOrganisation', 100),
      items: atMost(input.items, MOST, 'items').map(({ have, met, finding }) => ({
        have,
        met,
        finding: optional(finding, (raw) => publicText(raw, 'finding', 500)),
      })),
      rectifyBy: input.rectifyBy ?? null,
    };
    const station = await useCases.checkStation({ ...target(input), check }, actor);
    return { station, check: latest(listedChecks(station)) };
  },
  openStation: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.openStation(target(input), actor),
  }),
  chooseDemonstrationStation: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.chooseDemonstrationStation(target(input), actor),
  }),
} satisfies Partial<MutationResolvers>;

function latest<Item>(items: readonly Item[]): Item {
  const last = items.at(-1);
  if (last === undefined) throw new Error('a check that was just saved is missing from its station');
  return last;
}
