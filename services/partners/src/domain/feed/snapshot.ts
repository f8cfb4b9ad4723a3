/** What a partner that begins today reads first: the present state, of what the feed tells from then on. */
interface Kind {
  /** The list of the graph. */
  readonly list: string;
  readonly filter: string;
  /** What everybody may read of it. */
  readonly selection: string;
}

const KINDS: Readonly<Record<string, Kind>> = {
  agency: {
    list: 'agencies',
    filter: 'AgencyFilter',
    selection:
      'id version name unifiedSocialCreditCode legalForm evaluationGrade canDispatch canReceive canOperate status homeRegion { code }',
  },
  class: {
    list: 'trainingClasses',
    filter: 'TrainingClassFilter',
    selection:
      'id version kind delivery startsOn endsOn hours capacity status region { code } organiserAgency { id }',
  },
  contract: {
    list: 'contracts',
    filter: 'ContractFilter',
    selection:
      'id version contractNo year programme method amount { fen } status signedOn startsOn endsOn county { code } provider { id }',
  },
  pairing: {
    list: 'pairings',
    filter: 'PairingFilter',
    selection:
      'id version pairNo recipientKind countyTier mode taskGroups cycleYear status signedOn startsOn endsOn county { code } dispatchingAgency { id } recipientAgency { id }',
  },
  station: {
    list: 'stations',
    filter: 'StationFilter',
    selection:
      'id version signage tier demonstrationSince status operationMode openedOn township { code } county { code } operatorAgency { id }',
  },
  'village-room': {
    list: 'villageRooms',
    filter: 'VillageRoomFilter',
    selection:
      'id version villageName demonstration demonstrationSince openedOn status township { code } station { id }',
  },
};

/** As the subjects of events begin. */
export const SNAPSHOT_TYPES: readonly string[] = Object.keys(KINDS);

/** The question for one page of it; null for a type that has none. */
export function snapshotQuestion(type: string): string | null {
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kind === undefined) return null;
  const { list, filter, selection } = kind;
  return `query Snapshot($where: ${filter}, $after: String) { page: ${list}(where: $where, first: 100, after: $after) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
}
