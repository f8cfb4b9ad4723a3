import type { Ports } from '../ports.ts';
import { approveFourEyesSwitch, proposeFourEyesSwitch } from './switch-four-eyes.ts';

export function useCasesOfFourEyes(ports: Ports) {
  return {
    approveFourEyesSwitch: approveFourEyesSwitch(ports),
    proposeFourEyesSwitch: proposeFourEyesSwitch(ports),
  };
}
