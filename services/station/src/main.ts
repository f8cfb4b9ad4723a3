import { runService } from '@qianshou/service-kit/service';
import { stationConfig } from './config.ts';
import { station } from './container.ts';

await runService(station, stationConfig);
