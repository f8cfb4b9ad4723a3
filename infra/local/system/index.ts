export { portsFrom, type ProcessName } from '../roster.ts';
export { localSystem, type System, type SystemOptions } from './system.ts';
