import { runProcess } from '@qianshou/service-kit/process';
import { gatewayConfig } from './config.ts';
import { startGateway } from './container.ts';

await runProcess(async () => startGateway(gatewayConfig()));
