import { runService } from '@qianshou/service-kit/service';
import { trainingConfig } from './config.ts';
import { training } from './container.ts';

await runService(training, trainingConfig);
