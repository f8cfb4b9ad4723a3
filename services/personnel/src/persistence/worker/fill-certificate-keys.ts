import { comparableNumber } from '@qianshou/kernel';
import { type Connection, trusted } from '@qianshou/service-kit/mongo';

interface Stored {
  readonly _id: string;
  readonly qualifications: readonly { readonly certificateNo: string; readonly certificateKey?: string }[];
}

/** Certificates recorded before numbers were compared however they are written get the key by which they are found. */
export async function fillCertificateKeys(connection: Connection): Promise<void> {
  const workers = connection.collection<Stored>('workers');
  const without = { qualifications: trusted({ $elemMatch: { certificateKey: null } }) };
  for await (const { _id, qualifications } of workers.find(without as never)) {
    for (const [at, { certificateNo, certificateKey }] of qualifications.entries()) {
      if ((certificateKey ?? null) !== null) continue;
      const same = { _id, [`qualifications.${at}.certificateNo`]: certificateNo };
      const key = { [`qualifications.${at}.certificateKey`]: comparableNumber(certificateNo) };
      await workers.updateOne(same, { $set: key as never });
    }
  }
}
