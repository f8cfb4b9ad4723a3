import { configSchema } from '../src/config.ts';
import { startGateway } from '../src/container.ts';
import { beMeasured } from './measured-process.ts';

/** The gateway as it runs in production, on ports of the system's choice. */
const config = { ...configSchema.parse(process.env), PORT: 0, HEALTH_PORT: 0 };
const { url } = await startGateway(config);
beMeasured({ url: `${url}/graphql` });
