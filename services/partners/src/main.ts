import { runService } from '@qianshou/service-kit/service';
import { partnersConfig } from './config.ts';
import { partners } from './container.ts';

await runService(partners, partnersConfig);
