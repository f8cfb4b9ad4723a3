import { enumTerm, type Message, type PublicText } from '@qianshou/kernel';
import type { CheckItem } from './acceptance-check.ts';
import type { Rectification } from './rectification-order.ts';

/** What somebody wrote stands in the language in which it was written. */
type Words = Message | PublicText;

/** Rows of before hold the codes within a sentence of two languages. */
const STORED_BEFORE = /^记录缺少 missing on record: (.+)$/u;

/** What the records lacked when an item was judged, by its codes. */
export function lackingOf({ lacking = [], finding }: CheckItem): readonly string[] {
  const before = STORED_BEFORE.exec(finding ?? '')?.[1];
  return before === undefined ? lacking : before.split(', ');
}

/** What was found of an item: what the checker wrote, else what the records lack. */
export function findingOf(item: CheckItem): Words | null {
  const { finding } = item;
  if (finding !== null && !STORED_BEFORE.test(finding)) return finding;
  const lacking = lackingOf(item).map(nameOf);
  if (lacking.length === 0) return null;
  return {
    en: `Missing on record: ${lacking.map(({ en }) => en).join(', ')}`,
    zh: `记录缺少:${lacking.map(({ zh }) => zh).join('、')}`,
  };
}

/** Why a station rectifies: what the bureau wrote, else the grade that ordered it. */
export function reasonOf({ reason, evaluationId }: Rectification): Words {
  if (reason !== null && evaluationId === null) return reason;
  return { en: 'Evaluated as barely qualified', zh: '评估结果为基本合格' };
}

const RECORDS: Readonly<Record<string, Message>> = {
  SITE: { en: 'premises', zh: '场地' },
  SITE_CHECK: { en: 'a check of the new premises', zh: '新场地的验收' },
  ROOM: { en: 'rooms', zh: '活动场所' },
  ACTIVITY: { en: 'an activity', zh: '活动' },
};

const NAMED_BY = ['PostingRole', 'DocumentSubject', 'RoomKind'] as const;

function nameOf(code: string): Message {
  const named = NAMED_BY.map((type) => enumTerm(type, code)).find(({ zh }) => zh !== code);
  return RECORDS[code] ?? named ?? { en: code, zh: code };
}
