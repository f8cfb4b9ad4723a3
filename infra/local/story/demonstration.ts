import { forEach } from './for-each.ts';
import { operation } from './graph-client.ts';
import type { BuiltStation } from './stations.ts';
import { refused, type Story } from './story.ts';
import { operatorPersona } from './yidu.ts';
import { demoName } from './demo.ts';

export const CHOOSE_STATION = operation(/* GraphQL */ `
  mutation ChooseDemonstrationStation($input: ChooseDemonstrationStationInput!) {
    chooseDemonstrationStation(input: $input) {
      station {
        tier
      }
    }
  }
`);

export const OPEN_VILLAGE_ROOM = operation<{ openVillageRoom: { villageRoom: { id: string } } }>(
  /* GraphQL */ `
    mutation OpenVillageRoom($input: OpenVillageRoomInput!) {
      openVillageRoom(input: $input) {
        villageRoom {
          id
        }
      }
    }
  `,
);

export const EQUIP_ROOM = operation<{ equipVillageRoom: { villageRoom: { light: string } } }>(/* GraphQL */ `
  mutation EquipVillageRoom($input: EquipVillageRoomInput!) {
    equipVillageRoom(input: $input) {
      villageRoom {
        light
      }
    }
  }
`);

export const CHOOSE_ROOM = operation(/* GraphQL */ `
  mutation ChooseDemonstrationRoom($input: ChooseDemonstrationRoomInput!) {
    chooseDemonstrationRoom(input: $input) {
      villageRoom {
        demonstration
      }
    }
  }
`);

export const STRIKE_VILLAGE_ROOM = operation<{
  strikeVillageRoom: { villageRoom: { status: string; strikeReason: string | null } };
}>(/* GraphQL */ `
  mutation StrikeVillageRoom($input: StrikeVillageRoomInput!) {
    strikeVillageRoom(input: $input) {
      villageRoom {
        status
        strikeReason
      }
    }
  }
`);

/** More than ten rooms are built, so that ten can be chosen among them (择优). */
const ROOMS = 14;
const DEMONSTRATION_ROOMS = 10;

/** Step 6, second half: five stations and ten village rooms become demonstrations, and no more (STA-5). */
export async function chooseDemonstrations(story: Story, stations: readonly BuiltStation[]): Promise<void> {
  const { graph, report } = story;
  const chosen = stations.filter(({ unit }) => unit.demonstration);
  // One after the other: the county's number is counted under one lock, and four at once would only wait for it.
  for (const { id } of chosen) await choose(story, id);
  report(`     ${chosen.length} demonstration stations chosen`);
  const sixth = stations.find(({ unit }) => !unit.demonstration);
  await refused(story, 'DEMONSTRATION_QUOTA_FULL', () => choose(story, sixth?.id ?? ''));
  const rooms = await openRooms(story, stations);
  for (const villageRoomId of rooms.slice(0, DEMONSTRATION_ROOMS)) {
    await graph.ask('yidu-bureau', EQUIP_ROOM, { input: { villageRoomId, ...roomStandard(story.today) } });
    await graph.ask('yidu-bureau', CHOOSE_ROOM, { input: { villageRoomId } });
  }
  report(`     ${rooms.length} village rooms opened, ${DEMONSTRATION_ROOMS} of them demonstration rooms`);
  await putMistakeRight(story, stations);
}

/** STA-8: premises, a room to work in, a regime and a mechanism in writing. */
function roomStandard(today: string) {
  return {
    site: { source: 'CIVILISATION_PRACTICE_CENTRE', address: demoName('村党群服务中心一楼') },
    rooms: [{ kind: 'MULTI_ROOM' }],
    documents: [
      { subject: 'SAFETY', title: demoName('安全管理制度'), filedOn: today },
      { subject: 'SERVICE_PLEDGE', title: demoName('服务承诺'), filedOn: today },
    ],
  };
}

/** A room that was entered twice under another name: whoever entered it strikes it out, with the paper that shows it. */
async function putMistakeRight(story: Story, [station]: readonly BuiltStation[]): Promise<void> {
  if (station === undefined) return;
  const persona = operatorPersona(station.unit.operator);
  const villageName = demoName(`${station.unit.name}第一村(重复)`);
  const { openVillageRoom } = await story.graph.ask(persona, OPEN_VILLAGE_ROOM, {
    input: { stationId: station.id, villageName, openedOn: story.today },
  });
  const { strikeVillageRoom } = await story.graph.ask(persona, STRIKE_VILLAGE_ROOM, {
    input: {
      villageRoomId: openVillageRoom.villageRoom.id,
      reason: demoName('与第一村重复登记'),
      evidence: { title: demoName('社工室登记簿'), kind: 'PROOF', day: story.today },
    },
  });
  const { status, strikeReason } = strikeVillageRoom.villageRoom;
  story.report(`     a room entered twice by mistake is ${status}, and stays to be read: ${strikeReason}`);
}

async function choose({ graph }: Story, stationId: string): Promise<unknown> {
  return graph.ask('yidu-bureau', CHOOSE_STATION, { input: { stationId } });
}

async function openRooms({ graph, today }: Story, stations: readonly BuiltStation[]) {
  const numbers = Array.from({ length: ROOMS }, (_, index) => index);
  return forEach(numbers, async (number) => {
    const station = stations[number % stations.length];
    if (station === undefined) throw new Error('There is no station to open a room under.');
    const { openVillageRoom } = await graph.ask(operatorPersona(station.unit.operator), OPEN_VILLAGE_ROOM, {
      input: {
        stationId: station.id,
        villageName: demoName(`${station.unit.name}第${Math.floor(number / stations.length) + 1}村`),
        openedOn: today,
      },
    });
    return openVillageRoom.villageRoom.id;
  });
}
