import { runService } from '@qianshou/service-kit/service';
import { personnelConfig } from './config.ts';
import { personnel } from './container.ts';

await runService(personnel, personnelConfig);
