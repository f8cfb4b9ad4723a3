import { chinaDay, type RegionCode } from '@qianshou/kernel';
import { listKeyCounty } from '../../domain/county/key-county.ts';
import type { Ports } from '../ports.ts';

type Deps = Pick<
  Ports,
  'clock' | 'regions' | 'regionSuccessions' | 'unitScopes' | 'keyCounties' | 'referenceFiles'
>;

export interface ImportedReference {
  readonly regions: number;
  /** Codes that the file does not have any more. */
  readonly retired: readonly RegionCode[];
  readonly keyCounties: number;
}

/** Loads regions and key counties once per version of the files; run again, it finds them there. */
export const importReferenceFiles =
  ({ clock, regions, regionSuccessions, unitScopes, keyCounties, referenceFiles }: Deps) =>
  async (): Promise<ImportedReference> => {
    const fingerprint = await referenceFiles.fingerprint();
    const imported = await regions.isImported(fingerprint);
    const followed = regionSuccessions.findFollowed;
    const edition = { fingerprint, on: chinaDay(clock.now()), followed };
    const { rows, retired } = imported
      ? { rows: 0, retired: [] }
      : await regions.replaceAll(referenceFiles.regions(await unitScopes.findAllOut()), edition);
    let listed = 0;
    for await (const county of referenceFiles.keyCounties()) {
      const [known] = await keyCounties.findMany([county.id]);
      if (known !== null) continue;
      await keyCounties.save(listKeyCounty(county));
      listed += 1;
    }
    return { regions: rows, retired, keyCounties: listed };
  };
