import { describe, expect, it } from 'vitest';
import { circlesOfAreas, type Import } from './areas.ts';

const domain = 'services/station/src/domain';
const leads = (from: string, to: string): Import => ({ from: `${domain}/${from}`, to: `${domain}/${to}` });

describe('areas of a ring', () => {
  it('may stand upon each other', () => {
    const imports = [
      leads('complaint/complaint.ts', 'station/station.ts'),
      leads('station/station.ts', 'ids.ts'),
    ];

    expect(circlesOfAreas(imports)).toEqual([]);
  });

  it('may not lead back to each other, whichever files of theirs do', () => {
    const imports = [
      leads('complaint/complaint.ts', 'station/station.ts'),
      leads('station/warnings.ts', 'complaint/errors.ts'),
    ];

    expect(circlesOfAreas(imports)).toEqual([
      `${domain}/complaint → ${domain}/station`,
      `${domain}/station → ${domain}/complaint`,
    ]);
  });

  it('may not lead back through a file at the top of the ring either', () => {
    const imports = [
      leads('station/station.ts', 'policy.ts'),
      leads('policy.ts', 'centre/guidance-centre.ts'),
      leads('centre/guidance-centre.ts', 'station/station.ts'),
    ];

    expect(circlesOfAreas(imports)).toHaveLength(3);
  });

  it('share their ports, which stand below all of them', () => {
    const ring = 'services/station/src/application';
    const imports = [
      { from: `${ring}/centre/open-guidance-centre.ts`, to: `${ring}/ports.ts` },
      { from: `${ring}/ports.ts`, to: `${ring}/centre/ports.ts` },
    ];

    expect(circlesOfAreas(imports)).toEqual([]);
  });

  it('are told apart by ring and service, and do not count their tests', () => {
    const imports = [
      leads('centre/guidance-centre.ts', 'station/station.ts'),
      leads('station/station.test.ts', 'centre/guidance-centre.ts'),
      { from: 'services/station/src/graphql/station/a.ts', to: 'services/station/src/domain/centre/b.ts' },
    ];

    expect(circlesOfAreas(imports)).toEqual([]);
  });
});
