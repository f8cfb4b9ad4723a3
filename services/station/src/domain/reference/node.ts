import { badInput, codeOfId, type CodedPrefix, type Id, idOfCode, idParser } from '@qianshou/kernel';

/** What each prefix of an id names: every type of the graph that is found by its id, whichever service owns it. */
export const NODE_TYPES = {
  act: 'SupportActivity',
  agy: 'Agency',
  app: 'PairingApplication',
  awd: 'RewardAward',
  bud: 'BudgetPlan',
  chk: 'AcceptanceCheck',
  cls: 'TrainingClass',
  cmp: 'Complaint',
  con: 'Contract',
  ctr: 'GuidanceCentre',
  dsp: 'DispatchAssignment',
  enr: 'Enrolment',
  exo: 'ExamOutcome',
  par: 'Pairing',
  idc: 'IdentityCase',
  pay: 'Payment',
  pev: 'PairingEvaluation',
  pha: 'ProgrammePhase',
  pol: 'CountyPolicy',
  prg: 'Programme',
  pst: 'Posting',
  pub: 'PublicityItem',
  pur: 'PurchaseProject',
  qua: 'Qualification',
  rct: 'RecipientCounty',
  rec: 'RecruitmentNotice',
  reg: 'Region',
  rnw: 'RenewalDecision',
  rep: 'ProgressReport',
  sch: 'CooperationScheme',
  sev: 'StationEvaluation',
  src: 'FundSource',
  ses: 'TrainingSession',
  sta: 'Station',
  sup: 'SupervisionSession',
  svn: 'SupervisionNote',
  tct: 'TrainingCertificate',
  tgt: 'PairingTarget',
  vrm: 'VillageRoom',
  wkr: 'SocialWorker',
  wtq: 'WorkerTransferQuestion',
  wtr: 'WorkerTransferRequest',
} as const;

type Prefix = keyof typeof NODE_TYPES;
export type NodeType = (typeof NODE_TYPES)[Prefix];
export type NodeId = Id<Prefix>;

/** @throws BAD_USER_INPUT when it is no id, or the id of nothing that is found by its id alone. */
export function nodeId(raw: string): NodeId {
  const prefix = prefixOf(raw);
  return isCoded(prefix) ? idOfCode(prefix, codeOfId(prefix, raw)) : idParser(prefix)(raw);
}

export function nodeTypeOf(id: NodeId): NodeType {
  return NODE_TYPES[prefixOf(id)];
}

function prefixOf(raw: string): Prefix {
  const [prefix = ''] = raw.split('_');
  if (isPrefix(prefix)) return prefix;
  throw badInput({
    field: 'id',
    reason: {
      en: 'expected the id of an object that is found by its id, as it was given out, e.g. "sta_0192…"',
      zh: '应为可按编号查询的对象的完整编号，例如“sta_0192…”',
    },
    expectedPrefixes: Object.keys(NODE_TYPES),
  });
}

function isCoded(prefix: Prefix): prefix is CodedPrefix {
  return prefix === 'reg' || prefix === 'rct';
}

function isPrefix(text: string): text is Prefix {
  return Object.hasOwn(NODE_TYPES, text);
}
