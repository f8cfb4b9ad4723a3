import { describe, expect, it } from 'vitest';
import { ask, kill, start } from './graph.ts';

const SCORECARD = `{
  region(code: "420581") {
    name
    stationFigures { stationsOperating }
    personnelFigures { heads }
    trainingFigures { passed }
    pairingFigures { agenciesRegistered }
    fundingFigures { planned { fen } contractsSigned }
  }
}`;

describe('a subgraph that was killed', () => {
  it('takes only its own fields along, says so by name, and comes back with what it knew', async () => {
    const whole = await ask(SCORECARD);
    const without = await whileDown(() => ask(SCORECARD));
    const again = await ask(SCORECARD);

    expect(whole.errors).toEqual([]);
    const { fundingFigures: _absent, ...others } = whole.data.region;
    expect(without.data.region).toEqual({ ...others, fundingFigures: null });
    expect(without.errors.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(without.text).toContain('funding');
    expect(without.text).not.toMatch(/127\.0\.0\.1|ECONN/);
    expect(again.data).toEqual(whole.data);
  });
});

/** Other files use the same system: whatever happens, it is whole again afterwards. */
async function whileDown<Result>(work: () => Promise<Result>): Promise<Result> {
  await kill('funding');
  try {
    return await work();
  } finally {
    await start('funding');
  }
}
