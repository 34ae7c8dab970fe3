import type {
  AttackFigures,
  PrivacyCost,
  PrivacyProgress,
  Release,
  ReleasedThing,
  Together,
} from '../../../../domain/lab-privacy.ts';
import type { PrivacyClaim } from '../../../../domain/privacy.ts';
import type { PrivacyWork } from '../../../../client/lab/lab-state.ts';
import { counted, f } from '../voice.ts';
import { lf } from './voice.ts';

const hundred = (fraction: number): string => f.number(Math.round(100 * fraction));

/** What a model gives away of the people of the log, and how to hand something on that gives away little. */
export const privacy = {
  work: {
    titles: {
      attack: 'The attack is under way',
      cost: 'Finding out what it would cost',
      export: 'Making the private file',
    } as Readonly<Record<PrivacyWork['kind'], string>>,
    stage: ({ stage, number, of }: PrivacyProgress): string => {
      const which = of > 1 ? ` ${f.number(number)} of ${f.number(of)}` : '';
      if (stage === 'plain') return `Model${which}, as it is`;
      if (stage === 'private') return `Model${which}, with noise`;
      if (stage === 'measuring') return 'Measuring it on what it has not seen';
      return stage === 'writing' ? 'Writing the file' : 'Getting ready';
    },
  },

  attack: {
    title: 'Could somebody tell who was in the log?',
    lead: 'The model of a run is learnt again from half of the people, by the toss of a coin each. An attacker who has that model, and knows what everybody took, guesses who was in. Nothing of it is kept or sent.',
    run: 'A model like that of',
    runHint: 'Same model, same settings. The run itself is left alone.',
    epsilon: 'Beside it, made private with ε',
    epsilonHint: 'The same attack on the same people, with noise in the training.',
    cannotPrivate: (model: string): string =>
      `${model} has no private training, so it is attacked as it is. iALS and GMF have one.`,
    cannotAsk: (model: string): string =>
      `${model} cannot be asked about one person, so there is nothing to attack. Choose another run.`,
    shadows: 'The attacker compares with',
    shadowsOf: (count: number): string =>
      count === 0 ? 'nothing: a plain threshold' : `${f.number(count)} models of their own`,
    shadowsHint: 'More models make a sharper attacker, and a longer wait.',
    start: 'Try the attack',
    noRuns: 'No runs yet',
    noRunsHint: 'Train a first one on the bench, then attack it here.',
    toBench: 'To the bench',
    none: 'Nobody has tried yet',
    noneHint: 'What the attacker finds out will stand here, as it is and with noise.',
    found: 'What the attacker found out',
    asked: (model: string, members: number, others: number): string =>
      `${model}: asked of ${counted(members, 'person', 'people')} who ${members === 1 ? 'was' : 'were'} in and ${f.number(others)} who ${others === 1 ? 'was' : 'were'} not.`,
    plain: 'As it is',
    private: (epsilon: number): string => `Private, ε = ${lf.value(epsilon)}`,
    verdict: ({ auc, aucInterval }: AttackFigures): string =>
      aucInterval.low > 0.5
        ? `Of one person who was in and one who was not, the attacker picks the right one ${hundred(auc)} times of 100. A coin would 50 times.`
        : 'As far as can be told, the attacker does no better than a coin.',
    auc: 'AUC',
    aucWhat:
      'How often somebody who was in looks more like it than somebody who was not. 0.5 is a coin toss, 1 is always.',
    scale: { coin: 'coin toss', always: 'always right' },
    advantage: 'Advantage',
    advantageWhat:
      'People rightly pointed at, less those wrongly pointed at, at the best threshold. 0 is none; a little above 0 is chance.',
    atLeast: 'ε is at least',
    atLeastWhat:
      'What these guesses prove with 95% certainty: a training like this cannot promise less. 0: they prove nothing.',
    caution:
      'An attack that finds nothing proves nothing: a cleverer one may come. The promise is the ε, not the attack.',
  },

  export: {
    title: 'Hand something on, privately',
    lead: 'Noise is added while it is learnt, so that the file says almost the same whether any one person was in the log or not.',
    what: 'What is handed on',
    whats: {
      model: {
        name: 'A model',
        what: 'Can be imported and used in another shop of the same things. It holds no vector of anybody in the log.',
      },
      items: {
        name: 'The item table',
        what: 'A row of numbers for each thing, and nothing else. Like things have like rows.',
      },
      counts: {
        name: 'How many took each thing',
        what: 'You hold the log already, so noise is put on the finished counts once (whole-number Laplace noise). Noise in every single answer is for collecting from people who should not have to trust you, and would be far stronger.',
      },
    } as Readonly<Record<ReleasedThing, { readonly name: string; readonly what: string }>>,
    run: 'Settings and protocol of',
    runHint:
      'Its protocol measures the cost. Width and passes are smaller than in the run: that needs less noise.',
    countsRunHint:
      'Its protocol measures the cost: guesses by the noisy counts against guesses by the true ones.',
    epsilon: 'ε: how much may be found out about one person',
    epsilons: (epsilon: number): string => {
      if (epsilon === 1) return '1: strong';
      return epsilon === 4 ? '4: usual' : `${lf.value(epsilon)}: weak`;
    },
    epsilonHint: (epsilon: number): string =>
      `Whether somebody was in the log changes the chance of anything that is seen in the file by a factor of ${lf.value(Math.exp(epsilon))} at most. δ, the chance that this fails, is set from the number of people.`,
    mostItems: 'Things of each person that count, at most',
    mostItemsHint: 'Fewer need less noise, but leave more out. Without a limit nothing can be promised.',
    cannot: (model: string): string =>
      `Nothing can be promised for ${model}: it has no private training. iALS and GMF have one, and counts can always be made private.`,
    noPeople: 'This log has no people, so there is nobody to protect, and nothing to promise.',
    ask: 'What would it cost?',
    save: 'Save the private file',
    askFirst: 'See what it costs first.',
    none: 'Nothing asked yet',
    noneHint: 'What the noise costs, and what it promises, will stand here before anything is saved.',
    cost: 'What it costs',
    sentence: ({ without, with: hidden, popularity }: PrivacyCost): string => {
      const kept = without.value > 0 ? hidden.value / without.value : 1;
      const lost =
        hidden.value >= without.value ? 'nothing is lost' : `${hundred(kept)} of 100 right guesses stay`;
      const idle =
        hidden.value <= popularity
          ? ' Guessing what is popular would do as well: choose a larger ε, or a larger log.'
          : '';
      return `With this noise ${lost}.${idle}`;
    },
    measured: (protocol: string, users: number): string =>
      `HR@10, ${protocol}, on the same ${counted(users, 'person', 'people')}.`,
    without: 'Without noise',
    with: 'With noise',
    popularity: 'What is popular',
    countError: (error: number): string =>
      `A count is off by about ${lf.value(error)} on average, besides what the limit leaves out.`,
    figuresStay: 'These figures are not private. They are shown here, and are not in the file.',
    promise: 'What the file promises',
    saved: 'The private file is saved. It counts from now on.',
  },

  statement: {
    unit: 'Who is protected',
    unitIs: 'each person, with all of their events',
    adjacency: 'Against',
    adjacencyIs: 'telling the log with them from the log without them',
    sampling: 'Sampling',
    samplingIs: (rate: number): string =>
      rate === 1
        ? 'none: everybody is in every step'
        : `Poisson: in each step everybody with a chance of ${lf.share(rate)} of their own`,
    mechanism: 'Noise',
    mechanismIs: (mechanism: PrivacyClaim['mechanism']): string =>
      mechanism.kind === 'geometric'
        ? `whole-number Laplace on every count; ${counted(mechanism.sensitivity, 'thing', 'things')} of each person at most`
        : `Gaussian, ${lf.value(mechanism.noiseMultiplier)} times what one person adds, ${counted(mechanism.steps, 'time', 'times')}`,
    chance: 'Chance',
    chanceIs: 'from the browser’s cryptographic source; nobody can take it off again',
    delta: 'δ',
    accountant: 'Counted by',
    accountants: {
      pld: 'the privacy loss distribution (PLD)',
      rdp: 'Rényi divergences (RDP)',
      exact: 'the noise itself',
    } as Readonly<Record<PrivacyClaim['accountant'], string>>,
    epsilon: 'ε',
    notCovered: 'Not covered',
    notCoveredIs:
      'the list of things, the settings, and roughly how many people there are; and other files of the same log: they add up',
  },

  tally: {
    title: 'Handed on so far',
    none: 'Nothing private was handed on from this log.',
    noneHint: 'Each file that you save is noted here: what they give away adds up.',
    together: ({ epsilon, delta, by }: Together, count: number): string => {
      const how = by === 'sum' ? 'their ε added up' : by === 'pld' ? 'counted by PLD' : 'counted by RDP';
      return `Together ${counted(count, 'file promises', 'files promise')} ε = ${lf.bound(epsilon)} at δ = ${lf.tiny(delta)}${count > 1 ? `, ${how}` : ''}.`;
    },
    withNext: (epsilon: number): string => `With the next one at most ε = ${lf.bound(epsilon)}.`,
    forGood:
      'A file that is out cannot be called back, so it stays on this list as long as the catalogue is here. The same log, imported again, begins a new list: add the two up yourself.',
    release: ({ what, model, claim }: Release, name: (model: string) => string): string => {
      const thing =
        what === 'counts'
          ? 'Counts'
          : what === 'items'
            ? `Item table, ${name(model ?? '')}`
            : name(model ?? '');
      return `${thing}: ε = ${lf.bound(claim.epsilon)}, δ = ${lf.tiny(claim.delta)}`;
    },
  },
};
