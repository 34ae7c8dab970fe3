// Longer than other files: one language is read, checked and translated as one list.
import type { CatalogueSummary } from '../../domain/catalogue.ts';
import type { CleaningReport, BadRow, ImportProgress } from '../../domain/cleaning.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import type { HomeReport, Quality, TrainProgress } from '../../domain/training.ts';
import { enErrors } from './en-errors.ts';
import type { ErrorWords } from './en-errors.ts';
import type { Item, ItemText } from '../../domain/item.ts';
import type { Formats } from './formats.ts';
import { cart } from './en/cart.ts';
import { wishes } from './en/wishes.ts';
import { history } from './en/history.ts';
import { product } from './en/product.ts';
import { undo } from './en/undo.ts';
import { why } from './en/why.ts';
import { constellation } from './en/constellation.ts';
import { steering } from './en/steering.ts';
import { firstMinute } from './en/first-minute.ts';
import { masked } from './en/masked.ts';
import { moved } from './en/moved.ts';
import { department } from './en/department.ts';
import { design } from './en/design.ts';
import { shelf } from './en/shelf.ts';
import { counted, f, plural, quoted } from './en/voice.ts';

const simulated: string =
  'This shop is simulated: its products, its shoppers and what they bought are made up.';

const homes: Readonly<Record<HomeReport['home'], string>> = {
  webgpu: 'your graphics card',
  wasm: 'your processor',
  reference: 'your processor, in plain JavaScript',
};

const threads = (home: HomeReport): string =>
  home.home === 'webgpu' ? home.device : counted(home.threads, 'thread', 'threads');

const homeReasons: Readonly<Record<HomeReport['reason'], string>> = {
  forced: 'because the address asks for it',
  fastest: 'the fastest of what this browser offers',
  only: 'the only place this browser offers',
  'software-adapter': 'your browser has only a software graphics card, which is slower',
};

/** English. Short, warm, exact; second person. */
export const en = {
  language: 'en',
  formats: f as Formats,
  /** What of an item is read, in this language where it has it. */
  item: (item: Item): ItemText => item,
  /** A department as it is called in this language; as the catalogue calls it where nothing else is known. */
  departmentName: (name: string): string => name,
  /** A catalogue as it is called in this language: an import by its own name. */
  catalogueName: (catalogue: Pick<CatalogueSummary, 'name' | 'origin'>): string => catalogue.name,
  cart: cart as typeof cart,
  wishes: wishes as typeof wishes,
  masked: masked as typeof masked,
  history: history as typeof history,
  product: product as typeof product,
  undo: undo as typeof undo,
  why: why as typeof why,
  constellation: constellation as typeof constellation,
  steering: steering as typeof steering,
  firstMinute: firstMinute as typeof firstMinute,
  moved: moved as typeof moved,
  department: department as typeof department,
  design: design as typeof design,
  shelf: shelf as typeof shelf,

  shell: {
    name: 'Homebody',
    promise: ['This shop learns what you like.', 'Only you will ever know.'] as readonly string[],
    skip: 'Skip to the shelves',
    places: 'Places',
    forYou: 'For you',
    training: 'Learning',
    lab: 'Lab',
    history: 'History',
    data: 'Data',
    privacy: 'Privacy',
    wishes: (count: number): string =>
      count === 0 ? 'Wish list' : `Wish list, ${counted(count, 'thing', 'things')}`,
    cart: (pieces: number): string => (pieces === 0 ? 'Cart' : `Cart, ${counted(pieces, 'piece', 'pieces')}`),
    requests: (count: number): string => `${counted(count, 'request', 'requests')} since you came in`,
    requestsMeaning: 'Requests to the network since the page was loaded. At 0 it has asked for nothing.',
    refused: (count: number): string =>
      `Something in this page tried to reach out${count > 1 ? `, ${f.number(count)} times` : ''}. It was refused.`,
    refusedMore: 'What it was',
    requestsShort: (count: number): string => counted(count, 'request', 'requests'),
    close: 'Close',
    dismiss: 'Dismiss',
    showPassphrase: 'Show the passphrase',
    hidePassphrase: 'Hide the passphrase',
    theme: 'Appearance',
    themes: { system: 'As the system', light: 'Day', dark: 'Night' },
    languageName: 'Language',
    settings: 'Settings',
    help: 'Keyboard',
    title: (place: string): string => (place === '' ? 'Homebody' : `${place} · Homebody`),
    simulated: simulated as string,
    offline: 'You are offline. Everything here goes on working.',
    updateReady: 'A newer version is ready. Nothing you have stored is touched.',
    update: 'Reload into it',
    loading: 'Loading',
    damaged: (total: number): string =>
      `${counted(total, 'stored record is', 'stored records are')} damaged and passed over; all others are untouched.`,
    damagedWhich: 'See which',
  },

  feed: {
    title: 'For you',
    lead: (items: number, name: string): string => `${name}, ${counted(items, 'thing', 'things')}.`,
    leadSimulated: (items: number, name: string): string =>
      `${name}, ${counted(items, 'thing', 'things')}. ${simulated}`,
    loading: 'Filling the shelves',
    empty: 'The shelves are empty.',
    emptyHint:
      'You have seen or turned down everything there is. Take something back in your history, or open another catalogue.',
    popular: 'Popular with everyone',
    because: (titles: readonly string[]): string => `Because of ${f.list(titles)}`,
    becauseMore: (title: string, more: number): string =>
      `Because of ${title} and ${plural(more, { one: 'one more', other: `${f.number(more)} more` })}`,
    closest: (title: string): string => `Closest to ${title}`,
    whole: 'From all that you did',
    beyond: 'Beyond your usual',
    like: 'Like',
    dismiss: 'Not for me',
    cart: 'Add to cart',
    why: 'Why this?',
    soldOut: 'Sold out',
    fewLeft: (stock: number): string => `${f.number(stock)} left`,
    risen: 'Moved up',
    filled: (count: number): string => `${counted(count, 'thing', 'things')} on the shelves.`,
    changed: (risen: number, first: string): string =>
      risen === 0
        ? `The shelves have changed. First is ${quoted(first)}.`
        : `${f.number(risen)} moved up. First is ${quoted(first)}.`,
  },

  training: {
    title: 'Training',
    name: 'Training',
    view: 'How it learns',
    viewLead:
      'Each light is a thing in the shop. At first they lie anywhere; with every pass over the log, those that the same people take move together.',
    meanwhile: 'Until it is done, the model before it serves:',
    lossByPass: 'Loss, pass by pass',
    make: 'How it is made',
    train: 'Train',
    cancel: 'Cancel',
    cancelling: 'Stopping …',
    none: 'Nothing is trained yet. Until then the shelves show what is popular.',
    notReady: 'Opening the shop.',
    phases: {
      preparing: 'Getting the shelves ready',
      training: 'Learning',
      evaluating: 'Checking itself on what it has not seen',
      saving: 'Putting the model away',
    } as Record<TrainProgress['phase'], string>,
    pass: (epoch: number, epochs: number): string => `Pass ${f.number(epoch)} of ${f.number(epochs)}`,
    left: (ms: number): string => `about ${f.seconds(Math.max(1000, Math.ceil(ms / 1000) * 1000))} left`,
    percent: (fraction: number): string => f.percent(fraction),
    loss: 'Loss',
    lossValue: (loss: number): string => f.decimal(loss, 4),
    lossTrend: (losses: readonly number[]): string => {
      const [first, last] = [losses[0], losses.at(-1)];
      return first === undefined || last === undefined
        ? 'No loss yet'
        : `Loss over ${counted(losses.length, 'pass', 'passes')}: from ${f.decimal(first, 4)} to ${f.decimal(last, 4)}`;
    },
    home: (home: HomeReport): string =>
      `On ${homes[home.home]}, ${threads(home)}: ${homeReasons[home.reason]}.`,
    trained: (ms: number, at: number, now: number, interactions: number, users: number): string =>
      `Trained in ${f.seconds(ms)}, ${f.ago(at, now)}. From what ${counted(users, 'shopper', 'shoppers')} made of things, ${counted(interactions, 'pairing', 'pairings')} in all.`,
    better: (ratio: number): string => `${f.decimal(ratio, 1)} times as good as popularity`,
    betterAt: 'at guessing what people took next.',
    worse: (ratio: number): string => `Only ${f.decimal(ratio, 2)} times as good as popularity`,
    popularityNever: 'Better than popularity, which guessed nothing',
    notMeasured: 'Too few people have a next thing to guess, so its quality is not measured.',
    figures: 'The exact figures',
    protocol: (quality: Quality): string =>
      `The last thing each of ${counted(quality.heldOutUsers, 'person', 'people')} took was held back; the model ranked every other thing they had not taken. No sampling.`,
    metric: 'Measure',
    model: 'Model',
    popularity: 'Popularity',
    hitRate: 'In the first ten',
    ndcg: 'NDCG@10',
    figure: (value: number): string => f.decimal(value, 4),
    seed: 'Seed',
    width: 'Width',
    passes: 'Passes',
    recovered: (epoch: number, home: HomeReport['home']): string =>
      `The graphics card was lost in the middle of training. It went on from pass ${f.number(epoch)} on ${homes[home]}; nothing was lost.`,
    ended: 'The model is ready.',
  },

  data: {
    title: 'Data',
    lead: 'Bring a log of your own. It is read, cleaned and kept on this device; nobody else gets it.',
    region: 'Import data',
    drop: 'Drop a log here',
    dropHere: 'Let go to import',
    formats:
      'MovieLens: the zip as it is downloaded, or its files (u.data with u.item, ratings.dat with movies.dat, ratings.csv with movies.csv). Also RecBole, SASRec, and tables with the columns user, item, rating and timestamp.',
    choose: 'Choose files',
    cancel: 'Cancel import',
    progress: 'Import',
    phases: {
      opening: 'Opening',
      reading: 'Reading',
      cleaning: 'Cleaning',
      storing: 'Encrypting and storing',
    } as Record<ImportProgress['phase'], string>,
    rows: (count: number): string => counted(count, 'row', 'rows'),
    reading: (phase: string, file: string): string => `${phase} ${file}`,
    report: 'What was found',
    reportLead: (report: CleaningReport): string =>
      `${counted(report.rowsKept, 'row', 'rows')} of ${f.number(report.rowsRead)} kept, from ${counted(report.files.length, 'file', 'files')} (${report.format}).`,
    facts: {
      rowsRead: 'Rows read',
      rowsKept: 'Rows kept',
      duplicates: 'Duplicates merged',
      badRows: 'Bad rows',
      users: 'People',
      items: 'Things',
      untitled: 'Without a title',
      dates: 'From, to',
      size: 'Size',
    },
    bytes: (value: number): string => f.bytes(value),
    done: 'Put away',
    number: (value: number): string => f.number(value),
    noDates: 'No dates',
    dates: (from: number, to: number): string => `${f.date(from)} – ${f.date(to)}`,
    badRows: 'Rows left out',
    badRowsMore: (shown: number, all: number): string =>
      shown < all ? `: the first ${f.number(shown)} of ${f.number(all)}` : '',
    file: 'File',
    line: 'Line',
    field: 'Field',
    reason: 'Reason',
    text: 'Text',
    fieldOf: (field: string): string => field || 'whole row',
    reasons: {
      'too-few-fields': 'too few fields',
      'not-a-number': 'not a number',
      'out-of-range': 'out of range',
      'empty-id': 'no id',
      'bad-date': 'not a date',
      'unknown-item': 'an unknown thing',
      malformed: 'cannot be read',
    } as Record<BadRow['reason'], string>,
    catalogues: 'Catalogues',
    current: 'Open now',
    open: 'Open',
    openOf: (name: string): string => `Open ${name}`,
    remove: 'Remove',
    removeOf: (name: string): string => `Remove ${name}`,
    removeTitle: (name: string): string => `Remove ${name}?`,
    removeWarning: (items: number, interactions: number): string =>
      `${counted(items, 'thing', 'things')}, ${counted(interactions, 'event', 'events')} of its log, its model and what you did in it will be gone from this device. You can undo this for ten seconds; the file you imported stays where it is.`,
    keep: 'Keep it',
    size: (items: number, users: number, interactions: number): string =>
      `${counted(items, 'thing', 'things')}, ${counted(users, 'person', 'people')}, ${counted(interactions, 'event', 'events')}`,
    toShelves: 'See the shelves',
  },

  privacy: {
    title: 'Privacy',
    sentence: (events: number, bytes: number): string =>
      `${counted(events, 'event', 'events')} of yours, with the catalogues and models they belong to: ${f.bytes(bytes)}, encrypted on this device and nowhere else.`,
    notOpen: 'What is stored stays on this device, encrypted.',
    nothingStored: 'Nothing that you did is stored yet. What will be stays on this device, encrypted.',
    more: 'What is stored',
  },

  help: {
    title: 'Keyboard',
    lead: 'On the card or product that has the focus:',
    everywhere: 'Anywhere:',
    keys: {
      like: 'Like',
      dismiss: 'Not for me',
      why: 'Why this?',
      move: 'Go to the card beside, above or below',
      undo: 'Undo, or look at taking back the newest',
      lock: 'Lock the shop, or see how to',
      help: 'This list',
    },
    arrows: 'Arrow keys',
  },

  missing: {
    title: 'There is nothing at this address',
    hint: 'The link may be old, or a letter is missing.',
  },

  problem: {
    safe: 'What is safe',
    remedy: 'What to do',
    details: 'For whoever looks into it',
    reload: 'Reload the page',
  },
  errors: enErrors as Readonly<Record<ErrorCode, ErrorWords>>,
};

/** Every word of the page. A language is complete when it has this type. */
export type Words = typeof en;
