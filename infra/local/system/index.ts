export { PROCESS_NAMES, type ProcessName } from '../roster.ts';
export { freePorts } from './free-ports.ts';
export { localSystem, type System, type SystemOptions } from './system.ts';
