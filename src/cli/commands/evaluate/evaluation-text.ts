import { duration } from '../../output/progress-line.ts';
import { settingsText } from '../../output/settings-text.ts';
import { table } from '../../output/table.ts';
import { dataText } from '../../read-data.ts';
import type { Protocol } from './prepare-split.ts';
import type { EvaluationReport } from './run-evaluation.ts';

/** What each number was measured by, beside the numbers: figures of two protocols must not be compared. */
const HELD_OUT: Readonly<Record<Protocol, string>> = {
  ncf: "ncf: the NCF authors' test item of each user",
  'leave-one-out': 'leave-one-out: the last item of each user',
};

/** What `evaluate` prints for people. `data`: the name of what was read. */
export function evaluationText(report: EvaluationReport, data: string): string {
  const { metrics, sampledMetrics, secondsPerEpoch } = report;
  const figure = (value: number): string => value.toFixed(4);
  const epoch = secondsPerEpoch === null ? '' : `, ${secondsPerEpoch.toFixed(3)} s an epoch`;
  const rows = [
    ['', 'HR@10', 'NDCG@10', 'Recall@20', 'NDCG@100', 'Coverage@10'],
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
        ]
      : []),
    [
      'among all items but the history',
      figure(metrics.hitRateAt10),
      figure(metrics.ndcgAt10),
      figure(metrics.recallAt20),
      figure(metrics.ndcgAt100),
      figure(metrics.coverageAt10),
    ],
  ];
  return [
    table([
      ['Model', [report.model, settingsText(report.config)].filter(Boolean).join(', ')],
      ['Data', `${data}: ${dataText(report.data)}`],
      ['Training part', `${report.users} users, ${report.items} items, ${report.interactions} interactions`],
      ['Protocol', `${HELD_OUT[report.protocol]}; ${report.heldOutUsers} users`],
      ['Home', `${report.home}, ${report.threads} thread${report.threads === 1 ? '' : 's'}`],
      ['Training', `${duration(1000 * report.trainSeconds)}${epoch}`],
      ['Peak memory', `${Math.round(report.peakMemoryBytes / 1e6)} MB`],
    ]),
    '\n',
    table(rows, true),
  ].join('');
}
