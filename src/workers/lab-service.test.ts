import { proxy, releaseProxy, transfer, wrap } from 'comlink';
import type { Remote } from 'comlink';
import { expose } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import { HomebodyError } from '../domain/errors.ts';
import { DEMO_CATALOGUE } from '../domain/ids.ts';
import type { RunRequest, StudyNews } from '../domain/lab.ts';
import { unwrap } from '../domain/outcome.ts';
import type { StudyPlan } from '../domain/tuning.ts';
import type { ConstellationMessage } from '../engine/constellation/messages.ts';
import { tasteLog } from '../engine/testing/logs.ts';
import type { EngineApi } from '../protocol/engine-api.ts';
import type { LabApi } from '../protocol/lab-api.ts';
import { referenceProvider } from '../engine/compute/reference-provider.ts';
import { smallDemo } from '../vault/testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from '../vault/testing/test-vault.ts';
import { createEngineService } from './engine-service.ts';
import { createRestingTurns, createYieldTurn } from './turns.ts';
import { VaultLine } from './vault-line.ts';
import { createVaultService } from './vault-service.ts';

const log = tasteLog(4);
/** The small demo with a log from which something can be learnt. */
const demo = {
  ...smallDemo,
  summary: { ...smallDemo.summary, userCount: log.userCount, itemCount: log.itemCount },
  items: Array.from({ length: log.itemCount }, (_, row) => ({
    ...smallDemo.items[row % 6]!,
    id: `demo-${row}` as (typeof smallDemo.items)[number]['id'],
  })),
  interactions: async () => structuredClone(log),
  popularity: () => ({ userCount: log.userCount, likers: new Float32Array(log.itemCount) }),
};
const missing = {
  open: () => Promise.reject(new HomebodyError('home/unavailable', 'Not in this test.')),
};
const RUN: RunRequest = {
  catalogue: DEMO_CATALOGUE,
  model: 'ials',
  config: { dim: 8, epochs: 3 },
  protocol: { name: 'leave-one-out', maxUsers: 100 },
  seed: 1,
};
const PLAN: StudyPlan = {
  model: 'ials',
  config: { epochs: 2 },
  space: { dim: { kind: 'choices', values: [4, 8] } },
  search: { kind: 'grid' },
  validation: { kind: 'folds', folds: 2 },
  metric: 'ndcgAt10',
  seed: 1,
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A visit: both workers' services behind real ports, over the database of that name. */
async function visit(databaseName: string): Promise<Remote<EngineApi & LabApi>> {
  const vault = createVaultService({
    openVault: () => openTestVault(databaseName, { demo: () => demo }),
    readDataset: () => Promise.reject(new HomebodyError('internal', 'Nothing is imported here.')),
  });
  const now = (): number => performance.now();
  const engine = createEngineService({
    providers: { webgpu: missing, wasm: missing, reference: referenceProvider },
    vault: new VaultLine(),
    now,
    turns: createRestingTurns(createYieldTurn(), now, () => Promise.resolve()),
  });
  const line = new MessageChannel();
  unwrap(await vault.connectEngine(line.port1));
  unwrap(await engine.connectVault(line.port2));
  const page = new MessageChannel();
  expose(engine, page.port2);
  page.port1.start();
  const remote = wrap<EngineApi & LabApi>(page.port1);
  closing.push(() => {
    // Named here so that it lives as long: Comlink closes the line of a remote that is garbage, answers owed or not.
    remote[releaseProxy]();
    for (const port of [line.port1, line.port2, page.port1, page.port2]) port.close();
  });
  unwrap(await remote.start('reference'));
  return remote;
}

describe('the lab behind real ports and over the real vault', () => {
  test('keeps runs, promotions and files over a reload', async () => {
    const name = newDatabaseName();
    const first = await visit(name);
    const phases = new Set<string>();
    const run = unwrap(
      await first.labStart(
        RUN,
        10,
        proxy(({ phase }) => void phases.add(phase)),
      ),
    );
    expect(phases).toContain('training');
    unwrap(await first.labPromote(DEMO_CATALOGUE, run.id, 20));
    const file = unwrap(await first.labExport(DEMO_CATALOGUE, run.id));

    const next = await visit(name);
    expect(unwrap(await next.labRuns(DEMO_CATALOGUE))).toEqual([run]);
    expect(unwrap(await next.labPromotions(DEMO_CATALOGUE))).toMatchObject({
      run: run.id,
      back: { model: null },
    });
    const imported = unwrap(await next.labImport(DEMO_CATALOGUE, transfer(file, [file.buffer]), 30));
    expect(imported).toMatchObject({ origin: 'imported', metrics: run.metrics });
    const visitor = { kind: 'user', row: 1 } as const;
    const ask = { catalogue: DEMO_CATALOGUE, runs: [run.id, imported.id], visitor, k: 5 };
    const { lists } = unwrap(await next.labLists(ask));
    expect(lists[1]).toEqual(lists[0]);
    expect(unwrap(await next.labRollBack(DEMO_CATALOGUE, 40))).toMatchObject({ current: null });
  });

  test('sends maps, lays them out over a port, and tells a failure with its code and remedy', async () => {
    const page = await visit(newDatabaseName());
    const run = unwrap(
      await page.labStart(
        RUN,
        10,
        proxy(() => {}),
      ),
    );
    const request = { catalogue: DEMO_CATALOGUE, run: run.id, points: 48, also: [], seed: 1 };
    const { items, positions } = unwrap(await page.labMap(request));
    expect(positions).toHaveLength(2 * items.length);
    const { port1, port2 } = new MessageChannel();
    const kinds: string[] = [];
    const rested = new Promise<void>((resolve) => {
      port1.addEventListener('message', ({ data }: MessageEvent<ConstellationMessage>) => {
        kinds.push(data.kind);
        if (data.kind === 'rest') resolve();
      });
    });
    port1.start();
    unwrap(await page.labLayOut(request, transfer(port2, [port2])));
    await rested;
    expect(kinds).toEqual(['run', 'snapshot', 'rest']);
    port1.close();
    const unknown = await page.labCompare(
      DEMO_CATALOGUE,
      run.id,
      'none',
      proxy(() => {}),
    );
    expect(unknown).toMatchObject({ ok: false, code: 'lab/unknown-run' });
    expect(unknown.ok ? '' : unknown.remedy).toContain('board');
    expect(await page.labFacts(DEMO_CATALOGUE)).toMatchObject({
      ok: true,
      value: { userCount: 80, interactionCount: 2400, timed: 'all' },
    });
  });

  test('a study that a reload cut short goes on to the best that it would have found', async () => {
    const plan = { catalogue: DEMO_CATALOGUE, plan: PLAN, budgetMs: null };
    const whole = unwrap(
      await (
        await visit(newDatabaseName())
      ).labStudy(
        plan,
        1,
        proxy(() => {}),
      ),
    );
    const name = newDatabaseName();
    const first = await visit(name);
    const foldsOf = ({ study }: StudyNews): number => study.trials.flatMap(({ folds }) => folds).length;
    // The page goes away after a fold: nobody waits for the answer any more.
    await new Promise<void>((resolve) => {
      const hear = proxy((news: StudyNews) => {
        if (foldsOf(news) < 1) return;
        void first.labCancel();
        resolve();
      });
      void first.labStudy(plan, 1, hear);
    });
    const next = await visit(name);
    const [left] = unwrap(await next.labStudies(DEMO_CATALOGUE));
    expect(left).toMatchObject({ ended: null, plan: PLAN });
    const resumed = unwrap(
      await next.labResumeStudy(
        DEMO_CATALOGUE,
        left!.id,
        proxy(() => {}),
      ),
    );
    expect(resumed.trials).toEqual(whole.trials);
    expect(resumed.best).toEqual(whole.best);
  });
});
