import { readConfig, type ServiceConfig, serviceConfigSchema } from '@qianshou/service-kit/config';

export const configSchema = serviceConfigSchema;

/** The only reader of the environment. */
export const fundingConfig = (): ServiceConfig => readConfig(configSchema, process.env);
