import { runService } from '@qianshou/service-kit/service';
import { insightConfig } from './config.ts';
import { insight } from './container.ts';

await runService(insight, insightConfig);
