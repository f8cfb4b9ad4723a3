import {
  documentReference,
  grounds,
  publicLine,
  publicName,
  publicText,
  regionCodeOf,
} from '@qianshou/kernel';
import { atMost, optional } from '@qianshou/service-kit/graphql';
import { listedChecks } from '../../domain/station/listed-checks.ts';
import { activityId, agencyId } from '../../domain/ids.ts';
import type { CheckItem } from '../../domain/station/acceptance-check.ts';
import type { CheckItemInput, MutationResolvers } from '../generated/resolvers.ts';
import { documentsFrom, MOST, roomsFrom, siteFrom } from './premises.ts';
import { target } from '../reference/station-target.ts';

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
    const site = siteFrom(input);
    return { station: await useCases.recordSite({ ...target(input), site }, actor) };
  },
  addRooms: async (_root, { input }, { useCases, actor }) => {
    const rooms = roomsFrom(input.rooms);
    return { station: await useCases.addRooms({ ...target(input), rooms }, actor) };
  },
  correctRooms: async (_root, { input }, { useCases, actor }) => {
    const corrected = { ...target(input), ...grounds(input), rooms: roomsFrom(input.rooms) };
    return { station: await useCases.correctRooms(corrected, actor) };
  },
  fileDocuments: async (_root, { input }, { useCases, actor }) => {
    const documents = documentsFrom(input.documents);
    return { station: await useCases.fileDocuments({ ...target(input), documents }, actor) };
  },
  logActivity: async (_root, { input }, { useCases, actor }) => {
    const { heldOn, participants } = input;
    const activity = { title: publicLine(input.title, 'title'), heldOn, participants };
    return { station: await useCases.logActivity({ ...target(input), activity }, actor) };
  },
  strikeActivity: async (_root, { input }, { useCases, actor }) => {
    const struck = { activityId: activityId(input.activityId), ...grounds(input) };
    return { station: await useCases.strikeActivity({ ...target(input), ...struck }, actor) };
  },
  requestAcceptance: async (_root, { input }, { useCases, actor }) => ({
    station: await useCases.requestAcceptance(target(input), actor),
  }),
  checkStation: async (_root, { input }, { useCases, actor }) => {
    const check = {
      checkedOn: input.checkedOn,
      checkerOrganisation: publicName(input.checkerOrganisation, 'checkerOrganisation', 100),
      items: checkItemsFrom(input.items),
      rectifyBy: input.rectifyBy ?? null,
      photos: atMost(input.photos ?? [], MOST, 'photos').map((photo) => documentReference(photo, 'photos')),
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

export function checkItemsFrom(items: readonly CheckItemInput[]): readonly CheckItem[] {
  return atMost(items, MOST, 'items').map(({ have, met, finding }) => ({
    have,
    met,
    finding: optional(finding, (raw) => publicText(raw, 'finding', 500)),
  }));
}

function latest<Item>(items: readonly Item[]): Item {
  const last = items.at(-1);
  if (last === undefined) throw new Error('a check that was just saved is missing from its station');
  return last;
}
