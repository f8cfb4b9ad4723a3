import { defineError } from '@qianshou/kernel';

export const agencyNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'AGENCY_NOT_FOUND',
  en: 'There is no agency {id}.',
  zh: '未找到机构 {id}。',
});

export const agencyAlreadyRegistered = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_ALREADY_REGISTERED',
  en: 'An agency with this unified social credit code is already registered. Look it up with agencyByCreditCode.',
  zh: '该统一社会信用代码的机构已登记。请用 agencyByCreditCode 查询。',
});

export const agencyUnverified = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_UNVERIFIED',
  en: 'The agency {agencyName} ({creditCode}) is {status:AgencyStatus}: the civil affairs bureau of its home has not confirmed it. Let the bureau confirm it first (`confirmAgency`).',
  zh: '机构“{agencyName}”({creditCode})状态为 {status:AgencyStatus},尚未经登记地民政部门确认,请先由其办理机构确认(confirmAgency)。',
});

export const agencyUnknown = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_UNKNOWN',
  en: 'No agency with the credit code {code} is registered. Register it first.',
  zh: '统一社会信用代码为 {code} 的机构尚未登记,请先登记。',
});

export const creditCodeOverridden = defineError({
  kind: 'INVALID',
  code: 'AGENCY_CREDIT_CODE_OVERRIDDEN',
  en: 'The check character of the credit code does not fit (GB 32100); it is taken in for the reason given.',
  zh: '统一社会信用代码校验位不符(GB 32100),按所填说明登记。',
});

export const agencyStatusUnfit = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_STATUS_UNFIT',
  en: 'This is not possible while the agency is {status:AgencyStatus}. Look at allowedActions for what is possible.',
  zh: '机构当前状态为 {status:AgencyStatus},不能执行该操作。可执行的操作请见 allowedActions。',
});

export const agencyBarred = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_BARRED',
  rule: 'PAIR-13',
  en: 'The agency {agencyName} ({creditCode}) is {status:AgencyStatus} and cannot be paired. Choose another agency, or have it reinstated.',
  zh: '机构“{agencyName}”({creditCode})状态为 {status:AgencyStatus},不能参加结对。请另选机构，或先恢复其资格。',
});

export const agencyGradedUnqualified = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_GRADED_UNQUALIFIED',
  rule: 'PAIR-13',
  en: 'The agency {agencyName} ({creditCode}) was graded unqualified the year before and is not paired in {year}. Choose another agency for that year.',
  zh: '机构“{agencyName}”({creditCode})上一年度评估不合格,{year} 年度不能参加结对。请为该年度另选机构。',
});

export const agencyNotSocialWork = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_NOT_SOCIAL_WORK',
  rule: 'PAIR-5',
  en: 'The agency {agencyName} ({creditCode}) is not registered with a civil affairs department, or social-work service is not its main business. Choose another one, or correct its registration.',
  zh: '机构“{agencyName}”({creditCode})未在民政部门登记,或不以社会工作服务为主要业务。请另选机构，或更正其登记信息。',
});

export const agencyLacksCapability = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_LACKS_CAPABILITY',
  en: 'The agency {agencyName} ({creditCode}) is not registered as able to take the {side:AgencySide} side. Have its registration changed (reviseAgency), or choose another one.',
  zh: '机构“{agencyName}”({creditCode})登记信息中不具备担任 {side:AgencySide} 一方的能力。请先变更其登记（reviseAgency），或另选机构。',
});

export const agencyAlreadyPaired = defineError({
  kind: 'CONFLICT',
  code: 'AGENCY_ALREADY_PAIRED',
  rule: 'PAIR-1',
  en: 'The agency on the {side:AgencySide} side already has an open pairing there in {cycleYear}: {pairNo}. End that pairing first, or choose another agency.',
  zh: '所选{side:AgencySide}机构在 {cycleYear} 年度已有同一角色的在办结对:{pairNo}。请先结束该结对，或另选机构。',
});

export const partiesNotApart = defineError({
  kind: 'INVALID',
  code: 'PAIRING_PARTIES_NOT_APART',
  rule: 'PAIR-14',
  en: 'The dispatching and the recipient agency must be different and lie in different counties.',
  zh: '援派机构与受援机构应为不同机构且位于不同县。',
});

export const recipientElsewhere = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_RECIPIENT_ELSEWHERE',
  rule: 'PAIR-4',
  en: 'The recipient agency is registered in {homeRegionCode}, not in the recipient county {countyCode}. Choose an agency of the county.',
  zh: '受援机构登记地为 {homeRegionCode},不在受援县 {countyCode}。请选择在该县登记的机构。',
});

export const schemeNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'SCHEME_NOT_FOUND',
  en: 'There is no cooperation scheme {id}.',
  zh: '未找到协作方案 {id}。',
});

export const schemeUnknown = defineError({
  kind: 'CONFLICT',
  code: 'SCHEME_UNKNOWN',
  en: 'There is no such scheme of {year} from {dispatchProvinceCode} to {recipientProvinceCode}. Open it first.',
  zh: '没有 {year} 年度由 {dispatchProvinceCode} 援派 {recipientProvinceCode} 的该协作方案,请先启动。',
});

export const schemeAmbiguous = defineError({
  kind: 'CONFLICT',
  code: 'SCHEME_AMBIGUOUS',
  en: '{dispatchProvinceCode} and {recipientProvinceCode} have several schemes in {year}. Give the documentNo: {documentNos}.',
  zh: '{year} 年度 {dispatchProvinceCode} 援派 {recipientProvinceCode} 有多个协作方案,请填写文号:{documentNos}。',
});

export const schemeQuotaExhausted = defineError({
  kind: 'CONFLICT',
  code: 'SCHEME_QUOTA_EXHAUSTED',
  rule: 'PAIR-7',
  en: 'The scheme has accepted {accepted} pairs; its quota is {quota}. Raise the quota, or choose another scheme.',
  zh: '该协作方案已接受 {accepted} 对,名额为 {quota}。请调增名额，或选择其他方案。',
});

export const schemeQuotaBelowAccepted = defineError({
  kind: 'CONFLICT',
  code: 'SCHEME_QUOTA_BELOW_ACCEPTED',
  rule: 'PAIR-7',
  en: 'The scheme has accepted {accepted} pairs already; its quota cannot be {quota}. Choose a quota that is not smaller.',
  zh: '该协作方案已接受 {accepted} 对,名额不能调整为 {quota}。请填写不小于该数的名额。',
});

export const schemeAlreadyOpen = defineError({
  kind: 'CONFLICT',
  code: 'SCHEME_ALREADY_OPEN',
  en: 'These provinces have a scheme of this document and year already; change its quota instead.',
  zh: '两省已有同一文号、同一年度的协作方案,请改为调整其名额。',
});

export const authorityOverlaps = defineError({
  kind: 'CONFLICT',
  code: 'SCHEME_AUTHORITY_OVERLAPS',
  en: '{name} is the competent authority from {since} on: the next one begins on a later day.',
  zh: '{name} 自 {since} 起为主管部门,后任须自更晚之日起。',
});

export const outsideScheme = defineError({
  kind: 'CONFLICT',
  code: 'APPLICATION_OUTSIDE_SCHEME',
  en: 'The {side:AgencySide} side lies in {provinceCode}; the scheme is for {expectedProvinceCode}. Choose the scheme of these two provinces.',
  zh: '{side:AgencySide} 一方位于 {provinceCode},该方案适用于 {expectedProvinceCode}。请选择这两省之间的协作方案。',
});

export const applicationNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'APPLICATION_NOT_FOUND',
  en: 'There is no application {id}.',
  zh: '未找到申报 {id}。',
});

export const applicationNotDraft = defineError({
  kind: 'CONFLICT',
  code: 'APPLICATION_NOT_DRAFT',
  en: 'The application is {status:PairingApplicationStatus}: only a draft waits for the other side.',
  zh: '申报状态为 {status:PairingApplicationStatus},仅草稿需要另一方确认。',
});

export const applicationConsentMissing = defineError({
  kind: 'CONFLICT',
  code: 'APPLICATION_CONSENT_MISSING',
  rule: 'PAIR-6',
  en: 'The side {side:AgencySide} has not said yes. Let its agency confirm, or name in "consentDocuments" the document by which it agrees.',
  zh: '{side:AgencySide} 一方尚未同意:请由该机构自行确认,或在 consentDocuments 中填写其同意文件的文号。',
});

export const applicationDecided = defineError({
  kind: 'CONFLICT',
  code: 'APPLICATION_DECIDED',
  en: 'The application is {status:PairingApplicationStatus}: it can be withdrawn until it is decided.',
  zh: '申报状态为 {status:PairingApplicationStatus}:仅在作出决定前可以撤回。',
});

export const applicationNotSubmitted = defineError({
  kind: 'CONFLICT',
  code: 'APPLICATION_NOT_SUBMITTED',
  rule: 'PAIR-6',
  en: 'The application is {status:PairingApplicationStatus}: the province decides what both sides have handed in, once.',
  zh: '申报状态为 {status:PairingApplicationStatus}:省级民政部门仅对双方共同提交的申报作出一次决定。',
});

export const outsideOpenPhase = defineError({
  kind: 'CONFLICT',
  code: 'PAIRING_OUTSIDE_OPEN_PHASE',
  rule: 'PAIR-3',
  en: 'No open phase of the programme covers {startsOn} to {endsOn}. Have a phase opened, or choose other days.',
  zh: '没有开放的计划阶段覆盖 {startsOn} 至 {endsOn}。请先开放相应的计划阶段，或另选日期。',
});

export const phaseOverlaps = defineError({
  kind: 'CONFLICT',
  code: 'PHASE_OVERLAPS',
  en: 'The phase "{name}" already covers some of these days. Choose other days.',
  zh: '计划阶段“{name}”已覆盖其中部分日期。请另选起止日期。',
});

export const phaseNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'PHASE_NOT_FOUND',
  en: 'There is no programme phase {id}.',
  zh: '未找到计划阶段 {id}。',
});

export const phaseNotOpen = defineError({
  kind: 'CONFLICT',
  code: 'PHASE_NOT_OPEN',
  en: 'The programme phase is closed already. Open another phase if pairings are to go on.',
  zh: '该计划阶段已关闭。如需继续结对，请开放新的阶段。',
});

export const phaseNotClosed = defineError({
  kind: 'CONFLICT',
  code: 'PHASE_NOT_CLOSED',
  en: 'The programme phase is open: only a closed one is opened again.',
  zh: '该计划阶段处于开放状态,仅已关闭的阶段可以重新开启。',
});

export const countyNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'RECIPIENT_COUNTY_NOT_FOUND',
  en: 'The county {id} is neither a key county nor the recipient of a pairing.',
  zh: '{id} 既不是重点帮扶县,也不是任何结对的受援县。',
});
