import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CleaningReport } from '../../domain/cleaning.ts';
import { useActions } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { Panel } from '../parts/panel.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './cleaning-report-panel.module.css';
import { MaskedColumns } from './masked-columns.tsx';

/** What an import read, merged and left out, with the rows that were left out. */
export function CleaningReportPanel({ report }: { readonly report: CleaningReport }): ReactNode {
  const words = useWords().data;
  const actions = useActions();
  const bytes = report.files.reduce((sum, file) => sum + file.bytes, 0);
  const facts: readonly (readonly [string, string])[] = [
    [words.facts.rowsRead, words.number(report.rowsRead)],
    [words.facts.rowsKept, words.number(report.rowsKept)],
    [words.facts.duplicates, words.number(report.duplicatesMerged)],
    [words.facts.badRows, words.number(report.badRowCount)],
    [words.facts.users, words.number(report.userCount)],
    [words.facts.items, words.number(report.itemCount)],
    [words.facts.untitled, words.number(report.untitledItems)],
    [words.facts.dates, report.dateRange ? words.dates(...report.dateRange) : words.noDates],
    [words.facts.size, words.bytes(bytes)],
  ];
  return (
    <Panel
      title={words.report}
      aside={
        <Button look="plain" onClick={() => actions.dismissReport()}>
          {words.done}
        </Button>
      }
    >
      <p>{words.reportLead(report)}</p>
      <dl className={css['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <MaskedColumns masked={report.masked} />
      {report.badRows.length > 0 && <BadRows report={report} />}
      <Link href="/" className={css['shelves']}>
        {words.toShelves}
      </Link>
    </Panel>
  );
}

function BadRows({ report }: { readonly report: CleaningReport }): ReactNode {
  const words = useWords().data;
  return (
    // What scrolls must be reachable without a pointer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css['scroll']} tabIndex={0} role="group" aria-label={words.badRows}>
      <table className={css['bad']}>
        <caption>
          {words.badRows}
          {words.badRowsMore(report.badRows.length, report.badRowCount)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col" className={css['line']}>
              {words.line}
            </th>
            <th scope="col">{words.reason}</th>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.text}</th>
          </tr>
        </thead>
        <tbody>
          {report.badRows.map((row) => (
            <tr key={`${row.file}:${row.line}:${row.field}`}>
              <td>{row.file}</td>
              <td className={css['line']}>{words.number(row.line)}</td>
              <td>{words.reasons[row.reason]}</td>
              <td>{words.fieldOf(row.field)}</td>
              <td>
                <code>{row.text}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
