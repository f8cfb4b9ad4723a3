import { publicLine } from '@qianshou/kernel';
import { atMost } from '@qianshou/service-kit/graphql';
import type { Room, Site, StationDocument } from '../../domain/station/site.ts';
import type { StationDocumentInput, StationRoomInput, VillageRoomSiteInput } from '../generated/resolvers.ts';

/** Most rooms or documents in one command. */
export const MOST = 50;

export function siteFrom({ source, address, areaSqm = null }: VillageRoomSiteInput): Site {
  return { source, address: publicLine(address, 'address'), areaSqm };
}

export function roomsFrom(rooms: readonly StationRoomInput[]): readonly Room[] {
  return atMost(rooms, MOST, 'rooms').map(({ kind, areaSqm = null, capacity = null }) => ({
    kind,
    areaSqm,
    capacity,
  }));
}

export function documentsFrom(documents: readonly StationDocumentInput[]): readonly StationDocument[] {
  return atMost(documents, MOST, 'documents').map(({ subject, title, filedOn }) => ({
    subject,
    title: publicLine(title, 'title'),
    filedOn,
  }));
}
