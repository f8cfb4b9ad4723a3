import { defineError } from '@qianshou/kernel';

export const villageRoomNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'VILLAGE_ROOM_NOT_FOUND',
  en: 'There is no village room {id}.',
  zh: '没有编号为 {id} 的社工室。',
});

export const villageRoomElsewhere = defineError({
  kind: 'INVALID',
  code: 'VILLAGE_ROOM_ELSEWHERE',
  rule: 'STA-8',
  en: 'A village room belongs to an operating station of its own township unit. Choose that station.',
  zh: '社工室须隶属于本乡镇级单位已运营的社工站。请选择该社工站。',
});

export const villageRoomTaken = defineError({
  kind: 'CONFLICT',
  code: 'VILLAGE_ROOM_TAKEN',
  en: 'This township-level unit has a room of that village already. Where two villages share a name, tell them apart in the name.',
  zh: '该乡镇级单位已登记同名村(社区)的社工室。如确有重名,请在名称中加以区分。',
});

export const villageRoomClosed = defineError({
  kind: 'CONFLICT',
  code: 'VILLAGE_ROOM_CLOSED',
  en: 'The village room was closed on {on}. Open a new one where the village has a room again.',
  zh: '该社工室已于 {on} 关闭。该村(社区)重新建室时请新建登记。',
});

export const villageRoomThereAlready = defineError({
  kind: 'CONFLICT',
  code: 'VILLAGE_ROOM_THERE_ALREADY',
  en: 'The village room belongs to this station already. Nothing is left to do.',
  zh: '该社工室已隶属于此社工站。无需重复办理。',
});

export const villageRoomBelowStandard = defineError({
  kind: 'CONFLICT',
  code: 'VILLAGE_ROOM_BELOW_STANDARD',
  rule: 'STA-8',
  en: 'A demonstration room meets the standard first; this room lacks: {missing:Have}. Enter it with equipVillageRoom.',
  zh: '示范室须先达到社工室标准，该社工室缺少:{missing:Have}。请先以 equipVillageRoom 登记。',
});

export const villageRoomEquippedWithNothing = defineError({
  kind: 'INVALID',
  code: 'VILLAGE_ROOM_EQUIPPED_WITH_NOTHING',
  rule: 'STA-8',
  en: 'Nothing was said of the room. Give its premises, its rooms or its documents.',
  zh: '没有可登记的内容。请填写场地、活动场所或制度文件。',
});

export const villageRoomStruck = defineError({
  kind: 'CONFLICT',
  code: 'VILLAGE_ROOM_STRUCK',
  en: 'The village room was struck out on {on}. Open the right one anew.',
  zh: '该社工室已于 {on} 作废。请重新登记正确的社工室。',
});

export const villageRoomNoDemonstration = defineError({
  kind: 'CONFLICT',
  code: 'VILLAGE_ROOM_NO_DEMONSTRATION',
  rule: 'STA-5',
  en: 'The village room is no demonstration room: there is no choice to strike out. Look at allowedActions for what is possible.',
  zh: '该社工室不是示范室，没有可作废的评定。可执行的操作请见 allowedActions。',
});
