import { runService } from '@qianshou/service-kit/service';
import { pairingConfig } from './config.ts';
import { pairing } from './container.ts';

await runService(pairing, pairingConfig);
