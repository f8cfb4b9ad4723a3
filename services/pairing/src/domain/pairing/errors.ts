import { defineError } from '@qianshou/kernel';

export const pairingNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'PAIRING_NOT_FOUND',
  en: 'There is no pairing {id}.',
  zh: '未找到结对 {id}。',
});

export const pairingNotMatched = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_MATCHED',
  en: 'The pairing is {status:PairingStatus}: an agreement is signed once, after matching.',
  zh: '结对状态为 {status:PairingStatus}:协议仅在结对后签署一次。',
});

export const pairingNotSigned = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_SIGNED',
  en: 'The pairing is {status:PairingStatus}: work starts once, under a signed agreement.',
  zh: '结对状态为 {status:PairingStatus}:协议签署后方可启动,且仅启动一次。',
});

export const pairingNotActive = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_ACTIVE',
  en: 'The pairing is {status:PairingStatus}: this is only possible while it is at work.',
  zh: '结对状态为 {status:PairingStatus}:仅在帮扶期间可执行该操作。',
});

export const pairingNotSuspended = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_SUSPENDED',
  en: 'The pairing is {status:PairingStatus}: only a suspended one is resumed.',
  zh: '结对状态为 {status:PairingStatus}:仅暂停的结对可以恢复。',
});

export const pairingPastEnd = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_PAST_END',
  en: 'The last day of the pairing was {endsOn}. Extend it first, with the document that says so.',
  zh: '结对已于 {endsOn} 到期,请先凭文件办理延期。',
});

export const pairingNotExtendable = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_EXTENDABLE',
  en: 'The pairing is {status:PairingStatus}: only one that has begun and is not yet judged is extended.',
  zh: '结对状态为 {status:PairingStatus}:仅已启动且未进入终期评估的结对可以延期。',
});

export const pairingEnded = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_ENDED',
  en: 'The pairing is {status:PairingStatus} and is not changed any more. Renew it, or pair anew.',
  zh: '结对状态为 {status:PairingStatus},不再变更。如需继续帮扶，请续结或重新结对。',
});

export const pairingNotCompleted = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_COMPLETED',
  en: 'The pairing is {status:PairingStatus}: only a completed one is renewed.',
  zh: '结对状态为 {status:PairingStatus}:仅已完成的结对可以续结。',
});

export const pairingNotInEvaluation = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_IN_FINAL_EVALUATION',
  en: 'The pairing is {status:PairingStatus}: this is only possible during its final evaluation.',
  zh: '结对状态为 {status:PairingStatus}:仅在终期评估阶段可执行该操作。',
});

export const pairingUnproven = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_UNPROVEN',
  rule: 'PAIR-12',
  en: 'The pairing cannot be completed yet; missing: {missing:words}. Hand in what is missing first.',
  zh: '结对尚不能完成,缺少:{missing:words}。请先补齐。',
});

export const pairingStruck = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_STRUCK',
  en: 'The pairing was struck out on {on} already; match the right one anew.',
  zh: '该结对已于 {on} 作废,请重新办理正确的结对。',
});

export const pairingBegunUnstrikable = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_STRIKABLE',
  en: 'The pairing is {status:PairingStatus}: only a match that was terminated before its work began, and that nobody took over, is struck out. Terminate it first (`terminatePairing`).',
  zh: '结对状态为 {status:PairingStatus}：仅未启动即终止且无接续的结对可以作废。请先终止（terminatePairing）。',
});

export const pairingNotRecorded = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_NOT_RECORDED',
  en: 'The pairing is {status:PairingStatus}: its "{field}" was not recorded yet and cannot be corrected. Sign or start it (`signPairing`, `startPairing`).',
  zh: '结对状态为 {status:PairingStatus}：“{field}”尚未登记，无从更正。请先签署或启动(signPairing、startPairing)。',
});

export const pairingOutsidePhase = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_OUTSIDE_PHASE',
  rule: 'PAIR-3',
  en: 'The days {startsOn} to {endsOn} lie in no phase of the programme. Give the days of the agreement.',
  zh: '{startsOn} 至 {endsOn} 不在任何计划阶段内。请填写协议日期。',
});

export const handOverToSame = defineError({
  kind: 'INVALID',
  code: 'PAIRING_HANDED_OVER_TO_SAME',
  en: 'A pairing is handed over to another agency than the one that leaves. Name the successor.',
  zh: '接续机构不能是退出的机构本身。请填写接续机构。',
});

export const pairingDatesInvalid = defineError({
  kind: 'INVALID',
  code: 'PAIRING_DATES_INVALID',
  en: 'The date in "{field}" does not fit: {reason:words}. Correct the date.',
  zh: '“{field}”日期不符合要求:{reason:words}。请更正日期。',
});

export const taskGroupHasTargets = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_TASK_GROUP_HAS_TARGETS',
  en: 'A target of the pairing stands in the task group {taskGroup:TaskGroup}. Correct the target to another group or strike it out first.',
  zh: '任务组 {taskGroup:TaskGroup} 下仍有结对目标。请先将目标更正到其他任务组或作废。',
});

export const historyOutsidePhase = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_HISTORY_OUTSIDE_PHASE',
  rule: 'PAIR-3',
  en: 'The days {startsOn} to {endsOn} lie in no closed phase of the programme. History is entered into a phase that is closed; what belongs to an open one is applied for, or imported.',
  zh: '{startsOn} 至 {endsOn} 不在已关闭的计划阶段内。历史结对须补录于已关闭的阶段;开放阶段内的结对请申报或导入。',
});

export const historyOverlaps = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_HISTORY_OVERLAPS',
  rule: 'PAIR-1',
  en: 'One of the two agencies had the pairing {pairNo} in the same role on these days. Correct the days, or strike out the one that is a mistake.',
  zh: '其中一方在此期间已有同一角色的结对 {pairNo}。请更正日期,或作废有误的结对。',
});

export const historyBreaksRule = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_HISTORY_BREAKS_RULE',
  en: 'The two agencies, the county and the scheme do not fit together by {brokenRule}. Check who helped whom, and under which scheme.',
  zh: '机构、受援县与协作方案不符合 {brokenRule}。请核对结对双方及协作方案。',
});
