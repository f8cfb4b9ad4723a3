import { readConfig } from '@qianshou/service-kit/config';
import { runProcess } from '@qianshou/service-kit/process';
import { configSchema } from './config.ts';
import { startGateway } from './container.ts';

await runProcess(async () => startGateway(readConfig(configSchema, process.env)));
