import { NATION, regionCode, type Grant, type RegionCode } from '@qianshou/kernel';

/** Somebody of the demonstration (演示): a name for the command line, who it is, and what they may. */
export interface Persona {
  readonly name: string;
  readonly about: string;
  readonly grants: readonly Grant[];
}

/** What the story learns while it is played: which agency or worker a persona stands for. */
export interface PersonaMemory {
  readonly agencies: Readonly<Record<string, string>>;
  readonly workers: Readonly<Record<string, string>>;
}

export const NOTHING_LEARNED: PersonaMemory = { agencies: {}, workers: {} };

const YIDU = regionCode('420581');
const FUJIAN = regionCode('350000');
const NINGXIA = regionCode('640000');
const HAIYUAN = regionCode('640522');

/** The eleven township units of Yidu, as the region file has them. */
export const YIDU_TOWNSHIPS: Readonly<Record<string, string>> = {
  '420581001': '陆城街道',
  '420581100': '红花套镇',
  '420581101': '高坝洲镇',
  '420581102': '聂家河镇',
  '420581103': '松木坪镇',
  '420581104': '枝城镇',
  '420581105': '姚家店镇',
  '420581106': '五眼泉镇',
  '420581107': '王家畈镇',
  '420581200': '潘家湾土家族乡',
  '420581400': '松宜矿区管理委员会',
};

const OFFICES: readonly Persona[] = [
  office('admin', 'platform administrator (平台管理员)', 'ADMIN', NATION),
  office('project-office', 'national project office (项目办)', 'PROJECT_OFFICE', NATION),
  office('analyst', 'analyst of the national figures (分析人员)', 'ANALYST', NATION),
  office('partner', 'partner platform (合作平台)', 'PARTNER', NATION),
  office('yidu-bureau', 'civil affairs bureau of Yidu (宜都市民政局)', 'COUNTY_CIVIL_AFFAIRS', YIDU),
  office('yidu-finance', 'finance bureau of Yidu (宜都市财政局)', 'FINANCE_AUDITOR', YIDU),
  office(
    'yidu-acceptance',
    'who accepts services for Yidu (宜都市民政局验收组)',
    'COUNTY_CIVIL_AFFAIRS',
    YIDU,
  ),
  office('guidance-centre', "Yidu's guidance and incubation centre (指导中心)", 'GUIDANCE_CENTRE', YIDU),
  office('evaluator', 'independent evaluator in Yidu (第三方评估)', 'EVALUATOR', YIDU),
  office(
    'fujian-province',
    'civil affairs department of Fujian (福建省民政厅)',
    'PROVINCE_AUTHORITY',
    FUJIAN,
  ),
  office(
    'ningxia-province',
    'civil affairs department of Ningxia (宁夏民政厅)',
    'PROVINCE_AUTHORITY',
    NINGXIA,
  ),
  office('haiyuan-bureau', 'civil affairs bureau of Haiyuan (海原县民政局)', 'COUNTY_CIVIL_AFFAIRS', HAIYUAN),
];

/** Agencies and workers get their ids when they are registered: until then the grant names none, and covers none. */
const AGENCY_MANAGERS: Readonly<Record<string, string>> = {
  operator: 'manager of an operator of stations in Yidu (承接机构), 1 to 5',
  'centre-operator': "manager of the guidance centre's operator (中心运营机构)",
  'fujian-agency': 'manager of a dispatching agency in Fujian (牵手机构), 1 to 6',
  'ningxia-agency': 'manager of a receiving agency in Ningxia (受援机构), 1 to 6',
};

export function findPersona(name: string, memory: PersonaMemory): Persona | null {
  return (
    OFFICES.find((persona) => persona.name === name) ??
    stationHead(name) ??
    agencyManager(name, memory) ??
    socialWorker(name, memory)
  );
}

/** For the command line: a line each. */
export function listPersonas(): readonly string[] {
  const fixed = OFFICES.map(({ name, about }) => [name, about] as const);
  const townships = Object.entries(YIDU_TOWNSHIPS).map(
    ([code, township]) =>
      [`station-head-${code}`, `head of the station of ${township} (社工站站长)`] as const,
  );
  const managers = Object.entries(AGENCY_MANAGERS).map(([name, about]) => [numbered(name), about] as const);
  const workers = [['worker-<n>', 'social worker n of the story (社会工作者)']] as const;
  return [...fixed, ...townships, ...managers, ...workers].map(
    ([name, about]) => `${name.padEnd(24)} ${about}`,
  );
}

function office(name: string, about: string, role: Grant['role'], region: RegionCode): Persona {
  return { name, about, grants: [{ role, region }] };
}

/** The station's head is the director of the township's civil affairs office. */
function stationHead(name: string): Persona | null {
  const wanted = /^station-head-(.+)$/.exec(name)?.[1];
  const township = Object.entries(YIDU_TOWNSHIPS).find((entry) => entry.includes(wanted ?? ''));
  if (township === undefined) return null;
  const [code, title] = township;
  const grants: readonly Grant[] = [{ role: 'TOWNSHIP_CIVIL_AFFAIRS', region: regionCode(code) }];
  return { name: `station-head-${code}`, about: `head of the station of ${title}`, grants };
}

function agencyManager(name: string, { agencies }: PersonaMemory): Persona | null {
  const kind = name === 'centre-operator' ? name : /^(.+)-[1-9]\d?$/.exec(name)?.[1];
  const about = AGENCY_MANAGERS[kind ?? ''];
  if (about === undefined || kind === undefined) return null;
  const agencyId = agencies[name];
  const scope = agencyId === undefined ? {} : { agencyId };
  return { name, about, grants: [{ role: 'AGENCY_MANAGER', ...scope }] };
}

function socialWorker(name: string, { workers }: PersonaMemory): Persona | null {
  if (!/^worker-[1-9]\d{0,3}$/.test(name)) return null;
  const workerId = workers[name];
  const scope = workerId === undefined ? {} : { workerId };
  return { name, about: 'social worker', grants: [{ role: 'SOCIAL_WORKER', ...scope }] };
}

function numbered(name: string): string {
  return name === 'centre-operator' ? name : `${name}-<n>`;
}
