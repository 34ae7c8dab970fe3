/** The room that draws the map: embeddings come from the engine, positions go to the page. */
import type { ConstellationMessage } from '../engine/constellation/messages.ts';
import type { ConstellationLine, ConstellationNews } from '../protocol/constellation-api.ts';
import { ConstellationService } from './constellation-service.ts';

const service = new ConstellationService({
  post: (news) => postMessage(news, arraysOf(news)),
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

addEventListener(
  'message',
  ({ data }: MessageEvent<ConstellationLine>) => {
    data.port.addEventListener('message', (event: MessageEvent<ConstellationMessage>) =>
      service.receive(event.data),
    );
    data.port.start();
  },
  { once: true },
);

function arraysOf(news: ConstellationNews): ArrayBuffer[] {
  return news.kind === 'run' ? [news.items.buffer, news.department.buffer] : [news.positions.buffer];
}
