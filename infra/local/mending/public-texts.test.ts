import { type ServiceName, SERVICES } from '@qianshou/events';
import type { Connection } from '@qianshou/service-kit/mongo';
import mongoose from 'mongoose';
import { afterAll, describe, expect, it } from 'vitest';
import { definitionOf, wireService } from '../wired-services.ts';

/** What it is called says that no person wrote it freely: ids, codes, days, subjects, keys. */
const NOT_WRITTEN = /(^_?id|Ids?|Code|On|By|Key|Since|Until|From|To|Hash|Before|Tier|Kind|Role)$/;

/** Of what every fact keeps in every service: who recorded it, and the number, day and place of the paper that shows it. */
const OF_EVERY_FACT = ['on', 'by', 'role', 'number', 'day', 'link', 'sha256'];

/** Words of fixed lists, keys and states, and what only the parties or the owner of a file may read. */
const NEITHER: Readonly<Record<ServiceName, readonly string[]>> = {
  pairing:
    `BUILD_STATION BUILD_SYSTEM GROW_AGENCY TRAIN_TALENT about agenciesGrown audience before code column en encoding
    evaluationGrade fileName grade key kind legalForm mode on origin pairNo readAs region regions role severity sha256 side since
    stationsOpened status step struckOffFor subject taskGroup taskGroups tokens unmet value verdict zh`.split(
      /\s+/,
    ),
  station:
    `before beneficiaryGroup by code codes column confirmation domain en encoding entryNo fileName from grade have key kind
    lacking level method numbers offers officePhone on operationMode outcome partners readAs region regions role service severity
    sha256 since status step subject tier to tokens until validTo value workers zh`.split(/\s+/),
  personnel:
    `answer asOf askedFor candidateRank certificate certificateNo code column criterion deadline directsOfficeOf en encoding
    field fields fileName from idNumber idNumberIndex kind lastDay level major name operation origin outcome party passLine
    phone rank readAs region regions registration role severity socialWorkSince standing status step subject
    substituteFor to until validWithin value zh`.split(/\s+/),
  training:
    `audience audienceRule chargedRegions check closed code column concerns corrections deadline delivery en encoding fileName
    followedUp form kind level makeUp no previous readAs region resultCorrections sessions severity status step struckResults
    subject syllabusUrl value zh`.split(/\s+/),
  funding:
    `account actor advice approver balances by code column condition en encoding fileName grade ground hash kind method month no on
    operation origin pair parts programme publicUrl readAs region requestKey result reverses severity since slipNo slipSha256
    status step subject to value voucherNo zh`.split(/\s+/),
  partners:
    `about attempts beyond disabledFor event formerSecret generation grants kind mode owner reach secret status subject type
    service top types url`.split(/\s+/),
  insight: [],
};

/** Not text for everybody although a list of the other names it: free notes of service records stay with the parties. */
const PRIVATE: Readonly<Partial<Record<ServiceName, readonly string[]>>> = {
  station: ['service_records.note'],
};

// Nothing is asked of a database here, and none is connected to.
const client = mongoose.createConnection('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 1 });
client.asPromise().catch(() => undefined);
afterAll(() => client.destroy());

describe('mend looks at every stored public text', () => {
  it.each(SERVICES)('of %s: a stored text is named as public, or it is known to be none', (service) => {
    const connection = client.useDb(service);
    wireService(service, connection);
    const { publicTexts, names: called, copies } = definitionOf(service);

    const stored = textsOf(connection, Object.values(copies.kept)).filter(
      (path) => !(PRIVATE[service] ?? []).includes(path),
    );
    const names = new Set(stored.map((path) => path.split('.').at(-1) ?? path));
    const unknown = stored.filter((path) => {
      const name = path.split('.').at(-1) ?? path;
      const known = [...publicTexts, ...NEITHER[service], ...OF_EVERY_FACT];
      return !known.includes(name) && !NOT_WRITTEN.test(name);
    });

    expect(unknown).toEqual([]);
    expect(called.filter((name) => !publicTexts.includes(name))).toEqual([]);
    expect(publicTexts.filter((name) => !names.has(name))).toEqual([]);
    expect(NEITHER[service].filter((name) => publicTexts.includes(name))).toEqual([]);
  });
});

interface SchemaLike {
  readonly eachPath: (look: (path: string, type: SchemaTypeLike) => void) => unknown;
}

interface SchemaTypeLike {
  readonly instance: string;
  readonly schema?: SchemaLike;
  readonly embeddedSchemaType?: SchemaTypeLike;
}

const WITHOUT_TEXT = ['Number', 'Date', 'Boolean', 'Decimal128', 'BigInt', 'Int32', 'Double'];

function textsOf(connection: Connection, copies: readonly string[]): readonly string[] {
  return Object.values(connection.models)
    .filter(({ collection }) => !copies.includes(collection.collectionName))
    .flatMap(({ collection, schema }) =>
      textsIn(schema as unknown as SchemaLike).map((path) => `${collection.collectionName}.${path}`),
    );
}

function textsIn(schema: SchemaLike, before = ''): readonly string[] {
  const found: string[] = [];
  schema.eachPath((path, type) => {
    const full = `${before}${path}`.replaceAll('.$*', '');
    const inner = type.schema ?? type.embeddedSchemaType?.schema;
    if (inner !== undefined) found.push(...textsIn(inner, `${full}.`));
    else if (!WITHOUT_TEXT.includes(type.embeddedSchemaType?.instance ?? type.instance)) found.push(full);
  });
  return found;
}
