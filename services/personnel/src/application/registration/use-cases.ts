import type { Ports } from '../ports.ts';
import { correctRegistration, recordRegistration, strikeRegistration } from './decide-registration.ts';
import { onHoursCredited } from './on-hours-credited.ts';

export function useCasesOfRegistration(ports: Ports) {
  return {
    correctRegistration: correctRegistration(ports),
    onHoursCredited: onHoursCredited(ports),
    recordRegistration: recordRegistration(ports),
    strikeRegistration: strikeRegistration(ports),
  };
}
