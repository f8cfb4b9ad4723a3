import { runService } from '@qianshou/service-kit/service';
import { fundingConfig } from './config.ts';
import { funding } from './container.ts';

await runService(funding, fundingConfig);
