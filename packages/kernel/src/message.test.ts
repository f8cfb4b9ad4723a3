import { describe, expect, it } from 'vitest';
import { defineError } from './errors.ts';
import { defineWords, term } from './message.ts';

const refused = defineError({
  kind: 'CONFLICT',
  code: 'X_REFUSED',
  en: '{name} is {status:StationStatus}, open: {open:yesNo}, {reason:words}.',
  zh: '{name} 为 {status:StationStatus}，开放：{open:yesNo}，{reason:words}。',
});
const reason = { en: 'too late', zh: '过晚' };

describe('messages of a refusal', () => {
  it('say labels, yes and no, and reasons in their language; details keep the codes', () => {
    const { messages, details } = refused({ name: 'Yidu', status: 'IN_ACCEPTANCE', open: false, reason });

    expect(messages).toEqual({
      en: 'Yidu is in acceptance, open: no, too late.',
      zh: 'Yidu 为 验收中，开放：否，过晚。',
    });
    expect(details).toEqual({ name: 'Yidu', status: 'IN_ACCEPTANCE', open: false, reason: 'too late' });
  });

  it('show programs the code of a term', () => {
    const { details } = refused({
      name: 'Yidu',
      status: 'CLOSED',
      open: true,
      reason: term('LATE', 'too late', '过晚'),
    });

    expect(details).toMatchObject({ reason: 'LATE' });
  });

  it('do not compile without what they have a place for, or with a code that nobody labels', () => {
    const broken = [
      // @ts-expect-error: the reason is missing
      () => refused({ name: 'Yidu', status: 'CLOSED', open: true }),
      // @ts-expect-error: no status of a station
      () => refused({ name: 'Yidu', status: 'ASLEEP', open: true, reason }),
      // @ts-expect-error: a code where no enum is declared
      () => refused({ name: 'SITE_READY', status: 'CLOSED', open: true, reason }),
      // @ts-expect-error: null is no name
      () => refused({ name: null, status: 'CLOSED', open: true, reason }),
    ];

    expect(broken).toHaveLength(4);
  });

  it('take words of their own, with places', () => {
    const between = defineWords({ en: 'from {least} to {most}', zh: '{least} 至 {most}' });

    expect(between({ least: 1, most: 9 })).toEqual({ en: 'from 1 to 9', zh: '1 至 9' });
  });
});

describe('an amount in a message', () => {
  it('is said in yuan with two decimals; details keep the fen', () => {
    const beyond = defineError({
      kind: 'CONFLICT',
      code: 'X_BEYOND',
      en: '{leftFen:yuan} yuan are left.',
      zh: '\u4F59 {leftFen:yuan} \u5143\u3002',
    });

    for (const leftFen of [220_000_001n, '220000001']) {
      const { messages, details } = beyond({ leftFen });
      expect(messages.en).toBe('2,200,000.01 yuan are left.');
      expect(String(details['leftFen'])).toBe('220000001');
    }
  });
});
