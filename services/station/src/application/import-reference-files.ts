import { listKeyCounty } from '../domain/key-county.ts';
import type { Ports } from './ports.ts';

type Deps = Pick<Ports, 'regions' | 'keyCounties' | 'referenceFiles'>;

/** Loads regions and key counties once per version of the files; run again, it finds them there. */
export const importReferenceFiles =
  ({ regions, keyCounties, referenceFiles }: Deps) =>
  async (): Promise<{ readonly regions: number; readonly keyCounties: number }> => {
    const fingerprint = await referenceFiles.fingerprint();
    const imported = await regions.isImported(fingerprint);
    const loaded = imported ? 0 : await regions.replaceAll(referenceFiles.regions(), fingerprint);
    let listed = 0;
    for await (const county of referenceFiles.keyCounties()) {
      const [known] = await keyCounties.findMany([county.id]);
      if (known !== null) continue;
      await keyCounties.save(listKeyCounty(county));
      listed += 1;
    }
    return { regions: loaded, keyCounties: listed };
  };
