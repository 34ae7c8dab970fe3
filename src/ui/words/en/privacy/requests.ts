import { counted } from '../voice.ts';

export const requests = {
  title: 'What left the device',
  lead: 'There is no server behind this shop to send anything to.',
  brief: (count: number): string =>
    count === 0
      ? 'Nothing since you came in'
      : `${counted(count, 'request', 'requests')} for parts of the app`,
  since: 'Requests since you came in',
  none: 'None. The page has asked the network for nothing since it was loaded.',
  some: (count: number): string =>
    `${counted(count, 'request', 'requests')} to the network since the page was loaded, all to this page’s own address: parts of the app that were not yet on the device.`,
  is: 'A request is anything that the page asks the network for: a picture, a word, a number. None means that nothing was asked for, and nothing sent.',
  check: 'Check it yourself',
  checkHow:
    'Open your browser’s developer tools, choose Network, and use the shop. Whatever the list shows says “ServiceWorker”: it came from this device.',
};
