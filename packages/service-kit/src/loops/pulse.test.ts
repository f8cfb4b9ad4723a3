import { createLogger } from '@qianshou/service-kit/logging';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { turnWhileLeading } from '../lease/leadership.ts';
import { createPulse } from './pulse.ts';

const logger = createLogger({ service: 'test', level: 'silent' });
const full = Object.assign(new Error('write'), { code: 'ENOSPC' });

async function failing(metrics: Registry): Promise<readonly string[]> {
  const lines = (await metrics.metrics()).split('\n');
  return lines.filter(
    (line) => /^loop_(fault|failing_seconds|turn_age_seconds)/.test(line) && !line.endsWith(' 0'),
  );
}

describe('the pulse of a loop', () => {
  it('tells what keeps it from getting on, until a turn goes well', async () => {
    const metrics = new Registry();
    const pulse = createPulse({ name: 'relay', logger, metrics });

    pulse.failed(full);
    expect(await failing(metrics)).toContain('loop_fault{loop="relay",kind="DISK_FULL"} 1');
    pulse.beat();

    expect((await failing(metrics)).join()).not.toContain('loop_fault');
  });

  it('tells nothing any more of a loop that has ended, and of one that begins again', async () => {
    const metrics = new Registry();
    const pulse = createPulse({ name: 'relay', logger, metrics });
    pulse.failed(full);

    pulse.rest();
    expect(await failing(metrics)).toEqual([]);
    expect(pulse.problem()).toBeNull();
    expect(pulse.healthy()).toBe(true);
    pulse.failed(full);

    expect(await failing(metrics)).toContain('loop_fault{loop="relay",kind="DISK_FULL"} 1');
  });

  it('rests when the lease of what fails is lost: another process gets on with it', async () => {
    const metrics = new Registry();
    const pulse = createPulse({ name: 'numbering', logger, metrics });
    const lost = new AbortController();

    await turnWhileLeading({ lost: lost.signal }, pulse, async () => {
      pulse.failed(full);
      lost.abort();
      throw full;
    });

    expect(await failing(metrics)).toEqual([]);
  });
});
