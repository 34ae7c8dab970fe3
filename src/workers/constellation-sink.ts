import type { ConstellationMessage } from '../engine/constellation/messages.ts';
import type { ConstellationSink } from '../engine/constellation/sender.ts';

/** Sends through a port; arrays move instead of being copied. */
export function constellationSink(port: MessagePort): ConstellationSink {
  return {
    send: (message) => port.postMessage(message, arraysOf(message)),
    close: () => port.close(),
  };
}

function arraysOf(message: ConstellationMessage): ArrayBuffer[] {
  if (message.kind === 'run') return [message.items.buffer, message.department.buffer];
  return message.kind === 'snapshot' ? [message.embeddings.buffer] : [];
}
