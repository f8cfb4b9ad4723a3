import { describe, expect, it } from 'vitest';
import { ask } from './graph.ts';

describe('enrolments with the names of their workers', () => {
  it.each(['admin', 'project-office', 'yidu-bureau'])(
    'are answered for %s, never with a fault',
    async (who) => {
      const { data, errors } = await ask(
        '{ enrolments(first: 3) { nodes { id worker { id name } } } }',
        {},
        who,
      );

      expect(errors.map(({ extensions }) => extensions?.['code'])).not.toContain('INTERNAL_SERVER_ERROR');
      expect(data?.enrolments.nodes.length).toBeGreaterThan(0);
    },
  );
});
