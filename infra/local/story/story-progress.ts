import { SetupError } from '../setup-error.ts';
import { type Graph, operation } from './graph-client.ts';
import { YIDU } from './yidu.ts';

export const STORY_MARKS = operation<{
  yidu: { policy: { id: string } | null } | null;
  publicityItems: { nodes: readonly { id: string }[] };
}>(/* GraphQL */ `
  query StoryMarks($yidu: RegionCode!, $ningxia: RegionCode!) {
    yidu: region(code: $yidu) {
      policy {
        id
      }
    }
    publicityItems(where: { regionCode: { within: $ningxia } }, first: 1) {
      nodes {
        id
      }
    }
  }
`);

const NINGXIA = '640000';

/** The first thing that the story does is Yidu's policy, the last is a case study of its pairing in Ningxia. */
export async function readProgress(graph: Graph): Promise<'NOT_PLAYED' | 'HALF' | 'PLAYED'> {
  const { yidu, publicityItems } = await graph.ask('yidu-bureau', STORY_MARKS, {
    yidu: YIDU,
    ningxia: NINGXIA,
  });
  if (yidu === null) {
    throw new SetupError('The regions are not loaded: there is no 420581 (宜都市).', [
      'the service station loads them when it starts: its log says what it lacked, .local/logs/station.log',
    ]);
  }
  if (yidu.policy === null) return 'NOT_PLAYED';
  if (publicityItems.nodes.length > 0) return 'PLAYED';
  return 'HALF';
}
