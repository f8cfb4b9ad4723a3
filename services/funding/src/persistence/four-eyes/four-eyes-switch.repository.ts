import {
  aggregateModel,
  aggregateSchema,
  aggregateStore,
  type Connection,
  type Publish,
  toState,
  trusted,
} from '@qianshou/service-kit/mongo';
import type { Outbox } from '@qianshou/service-kit/outbox';
import type { FourEyesSwitches } from '../../application/four-eyes/ports.ts';
import { fourEyesSwitchNotFound } from '../../domain/four-eyes/errors.ts';
import type { FourEyesSwitch, FourEyesSwitched } from '../../domain/four-eyes/four-eyes-switch.ts';

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const flag = { type: Boolean, required: true } as const;

const switchSchema = aggregateSchema(
  {
    countyCode: text,
    pair: text,
    holds: flag,
    since: optionalText,
    reason: optionalText,
    document: optionalText,
    decidedBy: optionalText,
    proposal: {
      type: { _id: false, holds: flag, reason: text, document: text, by: text, on: text },
      default: null,
    },
  },
  [{ keys: { countyCode: 1, pair: 1 }, unique: true }],
);

export function mongoFourEyesSwitches(
  connection: Connection,
  outbox: Outbox,
  publish: Publish<FourEyesSwitch, FourEyesSwitched>,
): FourEyesSwitches {
  const model = aggregateModel(connection, 'FourEyesSwitch', switchSchema, 'four_eyes_switches');
  const store = aggregateStore<FourEyesSwitch, FourEyesSwitched>({
    connection,
    model,
    aggregate: 'four-eyes-switch',
    outbox,
    publish,
    notFound: fourEyesSwitchNotFound,
  });
  return {
    ...store,
    ofCounties: async (counties) => {
      const found = await model
        .find({ countyCode: trusted({ $in: [...counties] }) })
        .sort({ countyCode: 1, pair: 1 })
        .lean();
      const switches = found.map((document) => toState<FourEyesSwitch>(document));
      return counties.map((county) => switches.filter(({ countyCode }) => countyCode === county));
    },
  };
}
