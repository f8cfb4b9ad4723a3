export { type Ports, PROCESS_NAMES, type ProcessName } from '../roster.ts';
export { localSystem, type System, type SystemOptions } from './system.ts';
