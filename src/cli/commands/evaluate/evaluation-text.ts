import { duration } from '../../output/progress-line.ts';
import { settingsText } from '../../output/settings-text.ts';
import { table } from '../../output/table.ts';
import { dataText } from '../../read-data.ts';
import type { EvaluationReport } from './evaluation-report.ts';
import { figure, intervalText, METRIC_TITLES } from './figure-text.ts';
import { privacyText } from './read-privacy.ts';

const MAIN = ['hitRateAt10', 'ndcgAt10', 'recallAt20', 'ndcgAt100'] as const;

/** What `evaluate` prints for people of one model. `data`: the name of what was read. */
export function evaluationText(report: EvaluationReport, data: string): string {
  const { metrics, sampledMetrics, sampledIntervals, secondsPerEpoch, intervals } = report;
  const epoch = secondsPerEpoch === null ? '' : `, ${secondsPerEpoch.toFixed(3)} s an epoch`;
  const rows = [
    ['', ...MAIN.map((name) => METRIC_TITLES[name]), METRIC_TITLES.coverageAt10],
    ...(sampledMetrics
      ? [
          [
            'among the given negatives',
            figure(sampledMetrics.hitRateAt10),
            figure(sampledMetrics.ndcgAt10),
            '-',
            '-',
            '-',
          ],
          [
            '  95 % interval',
            intervalText(sampledIntervals?.hitRateAt10),
            intervalText(sampledIntervals?.ndcgAt10),
            '-',
            '-',
            '-',
          ],
        ]
      : []),
    [
      'among all items but the history',
      ...MAIN.map((name) => figure(metrics[name])),
      figure(metrics.coverageAt10),
    ],
    ['  95 % interval', ...MAIN.map((name) => intervalText(intervals[name])), '-'],
  ];
  const more = Object.entries(METRIC_TITLES).filter(
    ([name]) => name in metrics && name !== 'coverageAt10' && !MAIN.some((main) => main === name),
  ) as [keyof typeof METRIC_TITLES, string][];
  return [
    table([
      ['Model', [report.model, settingsText(report.config)].filter(Boolean).join(', ')],
      ['Data', `${data}: ${dataText(report.data)}`],
      ['Training part', `${report.users} users, ${report.items} items, ${report.interactions} interactions`],
      ['Protocol', `${report.protocolText}; ${report.heldOutUsers} users`],
      ...(report.warning === undefined ? [] : [['Beware', report.warning]]),
      ...(report.privacy ? [['Privacy', privacyText(report.privacy)]] : []),
      ['Home', `${report.home}, ${report.threads} thread${report.threads === 1 ? '' : 's'}`],
      ['Training', `${duration(1000 * report.trainSeconds)}${epoch}`],
      ['Peak memory', `${Math.round(report.peakMemoryBytes / 1e6)} MB`],
    ]),
    '\n',
    table(rows, true),
    '\n',
    table(
      [
        ['', 'all items', '95 % interval'],
        ...more.map(([name, title]) => [
          title,
          figure(metrics[name]),
          name === 'giniAt10' || name === 'coverageAt10' ? '-' : intervalText(intervals[name]),
        ]),
      ],
      true,
    ),
  ].join('');
}
