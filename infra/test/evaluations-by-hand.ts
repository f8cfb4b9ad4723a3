import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { encodeEvent, envelopeOf } from '@qianshou/events';
import type { OutgoingMessage } from '@qianshou/service-kit/kafka';
import { parseSigningKey, recordSigner, type SignRecord } from '@qianshou/service-kit/signing';

const TAIL = '0000-7000-8000-000000000001';
const EVALUATION = `sev_01900000-${TAIL}`;

/** Signs as a service does whose keys these are. */
export const signedBy = (keysFile: string): SignRecord =>
  recordSigner(parseSigningKey(JSON.parse(readFileSync(keysFile, 'utf8')), 'development'));

/** As whoever has not even a key. */
export const unsigned: SignRecord = (record) => record;

/** That the agency is barred next year, as the first event of one evaluation. */
export function anEvaluation(agency: string, signed: SignRecord): OutgoingMessage {
  const data = {
    stationId: `sta_01900000-${TAIL}`,
    townshipCode: '420581100',
    countyCode: '420581',
    evaluationId: EVALUATION,
    operatorAgencyId: agency,
    year: 2026,
    kind: 'ANNUAL',
    score: 52.5,
    grade: 'UNQUALIFIED',
    evaluatedOn: '2026-12-01',
    barsOperatorIn: 2027,
  };
  const event = envelopeOf({
    type: 'qianshou.station.evaluated.v1',
    data,
    regionCode: '420581',
    id: randomUUID(),
    time: new Date(),
    aggregateId: EVALUATION,
    sequence: 1,
    correlationId: randomUUID(),
  });
  return signed(encodeEvent(event));
}
