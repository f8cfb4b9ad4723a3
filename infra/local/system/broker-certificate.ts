import { generate } from 'selfsigned';

export interface BrokerCertificate {
  /** Key and certificate in one, as Kafka's PEM store wants them. */
  readonly keystore: string;
  /** What a client trusts: the certificate itself, which nobody else signed. */
  readonly certificate: string;
}

const YEARS = 10;

/** For a broker that its clients reach by one of these names, and an administrator on the machine itself. */
export async function newBrokerCertificate(names: readonly string[]): Promise<BrokerCertificate> {
  const notAfterDate = new Date();
  notAfterDate.setFullYear(notAfterDate.getFullYear() + YEARS);
  const { private: key, cert } = await generate([{ name: 'commonName', value: names[0] ?? 'kafka' }], {
    algorithm: 'sha256',
    notAfterDate,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, keyCertSign: true },
      {
        name: 'subjectAltName',
        altNames: [...names.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }],
      },
    ],
  });
  return { keystore: `${key.trim()}\n${cert.trim()}\n`, certificate: `${cert.trim()}\n` };
}
