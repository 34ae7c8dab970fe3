import { duration } from '../../output/progress-line.ts';
import { settingsText } from '../../output/settings-text.ts';
import { table } from '../../output/table.ts';
import { dataText } from '../../read-data.ts';
import type { EvaluationReport } from './evaluation-report.ts';
import { chanceText, figure, intervalText, METRIC_TITLES } from './figure-text.ts';
import { privacyText } from './read-privacy.ts';

/** Columns with interval and p, and columns of figures alone. */
const TESTED = ['ndcgAt10', 'hitRateAt10'] as const;
const PLAIN = ['recallAt20', 'mrrAt10', 'coverageAt10', 'giniAt10', 'noveltyAt10'] as const;

/** What `evaluate --models` prints for people: a line a model. `data`: the name of what was read. */
export function comparisonText(reports: readonly EvaluationReport[], data: string): string {
  const [first] = reports;
  if (!first) return '';
  return [
    table([
      ['Data', `${data}: ${dataText(first.data)}`],
      ['Training part', `${first.users} users, ${first.items} items, ${first.interactions} interactions`],
      ['Protocol', `${first.protocolText}; ${first.heldOutUsers} users`],
      ...(first.warning === undefined ? [] : [['Beware', first.warning]]),
      ['Home', `${first.home}, ${first.threads} thread${first.threads === 1 ? '' : 's'}`],
      ...(first.privacy ? [['Privacy', privacyText(first.privacy)]] : []),
      ...reports.map(({ model, config }) => [model, settingsText(config) || 'no settings']),
    ]),
    ...(first.sampledMetrics ? [`\nAmong the given negatives\n`, sampledTable(reports)] : []),
    '\nAmong all items but the history\n',
    fullTable(reports),
    `\np: paired randomisation test against ${first.model} on the same users, two-sided, one comparison at a time.\n`,
  ].join('');
}

const header = TESTED.flatMap((name) => [METRIC_TITLES[name], '95 % interval', 'p']);

function fullTable(reports: readonly EvaluationReport[]): string {
  const rows = reports.map((report) => [
    report.model,
    ...TESTED.flatMap((name) => [
      figure(report.metrics[name]),
      intervalText(report.intervals[name]),
      chance(report.comparison?.metrics[name]?.p),
    ]),
    ...PLAIN.map((name) => figure(report.metrics[name])),
    duration(1000 * report.trainSeconds),
  ]);
  return table([['', ...header, ...PLAIN.map((name) => METRIC_TITLES[name]), 'Training'], ...rows], true);
}

function sampledTable(reports: readonly EvaluationReport[]): string {
  const rows = reports.map(({ model, sampledMetrics, sampledIntervals, comparison }) => [
    model,
    ...TESTED.flatMap((name) => [
      figure(sampledMetrics?.[name]),
      intervalText(sampledIntervals?.[name]),
      chance(comparison?.sampledMetrics?.[name].p),
    ]),
  ]);
  return table([['', ...header], ...rows], true);
}

const chance = (p: number | undefined): string => (p === undefined ? '-' : chanceText(p));
