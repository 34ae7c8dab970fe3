import type { RequestEntry, RequestReason } from '../../../../gate/requests.ts';
import { counted, f } from '../voice.ts';

/** Ways out, by the words of the policy and of the browser. */
const WAYS: Readonly<Record<string, string>> = {
  'connect-src': 'a connection',
  fetch: 'a connection',
  'img-src': 'a picture',
  image: 'a picture',
  'script-src-elem': 'a script',
  script: 'a script',
  'worker-src': 'a script',
  'style-src-elem': 'a style sheet',
  style: 'a style sheet',
  'font-src': 'a typeface',
  font: 'a typeface',
  'media-src': 'sound or film',
  'frame-src': 'a page within the page',
  'require-trusted-types-for': 'text that would become code',
  'form-action': 'a form',
  navigation: 'leading the page away',
  link: 'a link',
  window: 'a new window',
  webrtc: 'a connection to another device',
  'service-worker': 'a connection of the service worker',
};

const reasons: Readonly<Record<RequestReason, { readonly name: string; readonly what: string }>> = {
  install: { name: 'Installing', what: 'The shop’s own files, to be stored on this device.' },
  update: { name: 'A newer version', what: 'Its files, to be stored in place of the old ones.' },
  check: {
    name: 'Is there a newer version?',
    what: 'The browser may look each time the page is opened; how much it receives it does not tell.',
  },
  lost: { name: 'Fetched again', what: 'Files of the shop that this device no longer had.' },
  refused: { name: 'Refused', what: 'Tries to reach anything else. None of them left this device.' },
};

export const requests = {
  title: 'What left the device',
  lead: 'There is no server behind this shop to send anything to.',
  brief: (count: number): string =>
    count === 0
      ? 'Nothing since you came in'
      : `${counted(count, 'request', 'requests')} for parts of the app`,
  briefRefused: (count: number): string => `${counted(count, 'try', 'tries')} to reach out, refused`,
  since: 'Requests since you came in',
  none: 'None. The page has asked the network for nothing since it was loaded.',
  arrival:
    'The shop itself, which was not on this device: the page and its parts came from this page’s own address, and once more to be stored here. The list below has the stored files. Nothing else was asked for, and nothing of yours was sent. From the next visit on even that falls away.',
  some: (count: number): string =>
    `${counted(count, 'request', 'requests')} to the network since the page was loaded, all to this page’s own address: parts of the app that were not yet on the device.`,
  refusedSince: (count: number): string =>
    `${counted(count, 'try', 'tries')} to reach out ${count === 1 ? 'was' : 'were'} refused. Whatever it was, an extension of your browser or code that does not belong here, it told nobody anything.`,
  is: 'A request is anything that the page asks the network for: a picture, a word, a number. None means that nothing was asked for, and nothing sent.',
  ledger: 'Every request since the shop was installed',
  ledgerLead:
    'Its service worker, through which all goes that the shop asks for, writes them down on this device: the files by name, everything else by no more than where it should have gone.',
  unavailable: 'This browser keeps no such list here, as in some private windows.',
  empty:
    'Nothing is written down yet. The shop is stored on this device some seconds after it was first opened, and the list begins with that.',
  why: 'Why',
  times: 'Times',
  received: 'Received',
  reasons: reasons as typeof reasons,
  noBytes: '–',
  asked: 'Asked of the network',
  number: (value: number): string => f.number(value),
  bytes: (value: number): string => f.bytes(value),
  lines: 'Line by line',
  address: ({ address, reason }: RequestEntry): string =>
    address === './'
      ? 'the page itself'
      : address || (reason === 'refused' ? 'nowhere in particular' : 'a file'),
  line: ({ at, reason, kind, bytes, times }: RequestEntry, now: number): string =>
    [
      reason === 'refused' ? `Refused: ${WAYS[kind] ?? 'something else'}` : reasons[reason].name,
      ...(times > 1 ? [`${f.number(times)} times`] : []),
      ...(bytes ? [f.bytes(bytes)] : []),
      f.ago(at, now),
    ].join(', '),
  allLines: (count: number): string => `Show all ${f.number(count)} lines`,
  older: (count: number): string => `${counted(count, 'older one', 'older ones')} only counted.`,
  ordinary: 'What an ordinary shop would have sent',
  ordinaryLead:
    'Most shops have two companies measure their visitors, and tell them as it happens. This is what they would have been told of what you did here. It was put together on this device to be read, and is sent to nobody.',
  ordinaryNone: 'Nothing yet: you have done nothing here that a shop would tell of.',
  compared: 'Compared',
  here: 'This shop',
  there: 'An ordinary one',
  done: 'Things you did',
  told: 'Messages about them',
  sent: 'Sent',
  readOne: 'Read the newest message',
  payload: (bytes: number): string =>
    `${f.bytes(bytes)}, to which the browser adds who it is and what it runs on.`,
  /** What the fields of a message mean, as far as it is not plain. */
  fields: {
    cid: 'a number for you, the same at each visit',
    sid: 'this visit',
    ul: 'your language',
    sr: 'the size of your screen',
    dl: 'the page you are on',
    dr: 'where you came from',
    dt: 'what you look at',
    en: 'what you did',
    cu: 'currency',
    'epn.value': 'what it is worth',
    pr1: 'the thing, its maker and price',
  } as Readonly<Record<string, string>>,
  check: 'Check it yourself',
  checkHow:
    'Open your browser’s developer tools, choose Network, and use the shop. From the second visit on, whatever the list shows says “ServiceWorker”: it came from this device.',
};
