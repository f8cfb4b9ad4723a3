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

export const CHOOSE_ROOM = operation(/* GraphQL */ `
  mutation ChooseDemonstrationRoom($input: ChooseDemonstrationRoomInput!) {
    chooseDemonstrationRoom(input: $input) {
      villageRoom {
        demonstration
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
    await graph.ask('yidu-bureau', CHOOSE_ROOM, { input: { villageRoomId } });
  }
  report(`     ${rooms.length} village rooms opened, ${DEMONSTRATION_ROOMS} of them demonstration rooms`);
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
