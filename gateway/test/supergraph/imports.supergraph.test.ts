import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { demoCreditCode, demoName } from '../../../infra/local/story/demo.ts';
import { ask } from './graph.ts';

const COUNTY = '653221';
const FILE = Buffer.from(
  [
    'unifiedSocialCreditCode,name,legalForm,registrationAuthority,registeredOn,homeRegionCode,mainBusinessIsSocialWork,canDispatch,canReceive,canOperate',
    `${demoCreditCode(COUNTY, 77)},${demoName('和田社会工作服务中心')},SOCIAL_SERVICE_ORGANISATION,和田县民政局,2016-05-20,${COUNTY},是,否,否,是`,
    '',
  ].join('\n'),
);

const RUN = 'import { id status check { rows new refused } application { rows new refused } }';

const run = async (operation: string, type: string, input: object) =>
  (
    await ask(
      `mutation ($input: ${type}!) { answer: ${operation}PairingImport(input: $input) { ${RUN} } }`,
      { input },
      'admin',
    )
  ).data.answer.import;

async function until(id: string, status: string) {
  for (;;) {
    const query = `query ($id: ID!) { pairingImport(id: $id) { ${RUN.slice('import { '.length, -2)} } }`;
    const { data } = await ask(query, { id }, 'admin');
    const found = data.pairingImport;
    if (found.status === status || /FAILED|STOPPED/.test(found.status)) return found;
    await pause(100);
  }
}

describe('a file', () => {
  it('comes in through the gateway by who signed in: dry run, then written', async () => {
    const sha256 = createHash('sha256').update(FILE).digest('hex');
    const announced = { kind: 'AGENCIES', fileName: '演示.csv', sizeBytes: FILE.length, sha256 };

    const { id } = await run('begin', 'BeginImportInput', announced);
    await run('addTo', 'AddToImportInput', { importId: id, offset: 0, content: [FILE.toString('base64')] });
    expect(await until(id, 'CHECKED')).toMatchObject({ status: 'CHECKED', check: { new: 1, refused: 0 } });

    await run('apply', 'ApplyImportInput', { importId: id });
    expect(await until(id, 'APPLIED')).toMatchObject({
      status: 'APPLIED',
      application: { new: 1, refused: 0 },
    });
  });
});
