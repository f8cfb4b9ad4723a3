import { badInput } from '@qianshou/kernel';

/** The services whose objects have `allowedActions`, with the prefixes of their ids: each answers for its own. */
export const CHECKED_OBJECTS = {
  Funding: ['awd', 'bud', 'con', 'fev', 'pay', 'pur'],
  Pairing: ['act', 'agy', 'app', 'dsp', 'par', 'pev', 'pha', 'pub', 'rep', 'sch', 'svn', 'tgt'],
  Personnel: ['idc', 'pst', 'qua', 'rec', 'rnw', 'wkr', 'wtq'],
  Station: ['chk', 'cmp', 'ctr', 'pol', 'rsn', 'sac', 'sev', 'srv', 'sta', 'vis', 'vrm'],
  Training: ['cls', 'enr', 'exo', 'prg', 'ses', 'sup', 'tct'],
} as const;

export type CheckedBy = keyof typeof CHECKED_OBJECTS;

/** @throws BAD_USER_INPUT when it is the id of nothing that anything can be done with. */
export function checkedBy(id: string): CheckedBy {
  const [prefix = ''] = id.split('_');
  const services = Object.keys(CHECKED_OBJECTS) as CheckedBy[];
  const owner = services.find((service) => (CHECKED_OBJECTS[service] as readonly string[]).includes(prefix));
  if (owner !== undefined) return owner;
  throw badInput({
    field: 'id',
    reason: {
      en: 'expected the id of an object that has allowedActions, as it was given out, e.g. "sta_0192…"',
      zh: '应为带有 allowedActions 的对象的完整编号，例如“sta_0192…”',
    },
    expectedPrefixes: Object.values(CHECKED_OBJECTS).flat(),
  });
}
