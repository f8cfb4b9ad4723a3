import { CAPITAL_CODE, type Cells, CODE, ifGiven, type ImportColumn, required } from '@qianshou/kernel';
import { type WorkerId, workerId } from '../../domain/ids.ts';
import { type IdNumber, idNumber } from '../../domain/worker/personal-data.ts';

/** Who is meant by a row: by the number on the ID card, or by the id that the list of workers shows. */
export interface PersonKey {
  readonly idNumber: IdNumber | null;
  readonly workerId: WorkerId | null;
}

export interface PersonRow {
  readonly person: PersonKey;
}

/** Nobody alive: born in 1900. */
export const EXAMPLE_ID_NUMBER = '110101190001010014';

export const ID_NUMBER_COLUMN: ImportColumn = {
  name: 'idNumber',
  reads: CAPITAL_CODE,
  zh: '身份证号',
  required: false,
  personal: true,
  example: EXAMPLE_ID_NUMBER,
  about: {
    en: 'ID number (GB 11643); kept sealed and quoted nowhere',
    zh: '18 位公民身份号码;加密保存,不在任何提示中显示',
  },
};

export const PERSON_COLUMNS: readonly ImportColumn[] = [
  ID_NUMBER_COLUMN,
  {
    name: 'workerId',
    reads: CODE,
    zh: '社工编号',
    required: false,
    example: 'wkr_01900000-0000-7000-8000-000000000001',
    about: {
      en: 'Id of the worker, in place of the ID number; one of the two',
      zh: '社工编号,可代替身份证号;两者填一',
    },
  },
];

export function readPerson(cells: Cells): PersonKey {
  const id = ifGiven(cells, 'workerId', workerId);
  if (id !== null) return { workerId: id, idNumber: ifGiven(cells, 'idNumber', idNumber) };
  return { workerId: null, idNumber: idNumber(required(cells, 'idNumber')) };
}

export function keyOfPerson({ person }: PersonRow): string {
  return person.idNumber ?? person.workerId ?? '';
}
