/** Who might want what is stored, and how far it is kept from them; after docs/threat-model.md. */
export interface Adversary {
  readonly who: string;
  /** What keeps them out; null where nothing does. */
  readonly holds: string | null;
  readonly fails: string;
}

export const limits = {
  title: 'What this protects against',
  lead: 'And what it does not. A lock is worth as much as you know about it.',
  brief: 'And what it does not',
  how: 'How it works',
  paragraphs: [
    'There is no server behind this shop. What you look at, like, turn down or buy is written to this browser’s own database, and nowhere else. The model is trained here, on the shop’s log; what you do steers it and is never trained into it.',
    'Each record is encrypted with AES-256-GCM before it is stored, under a key that was made on this device. As long as there is no passphrase, this browser opens it by itself; with one, nothing opens without it.',
    'The page is not allowed to talk to anyone else: its security policy stops any request to another address before it leaves.',
  ] as readonly string[],
  who: 'Who, and how far',
  holds: 'Kept out:',
  fails: 'Not kept out:',
  adversaries: {
    disk: {
      who: 'Somebody with your disk, or a copy of the browser’s profile',
      holds:
        'With a passphrase, what you did, titles and times cannot be read. A record that was changed, swapped, removed or put back is found out, with a passphrase or without.',
      fails:
        'Without a passphrase, whoever has all of the profile opens it as you do. How much there is and when it was written can always be seen. A short passphrase can be guessed. An older copy of everything, put back at once, looks like the truth.',
    },
    person: {
      who: 'Somebody else at your device',
      holds: 'With a passphrase, a locked shop: now, or by itself after a while, in all tabs at once.',
      fails:
        'An open one: who sits before it sees what you see. And no page can help against a program that reads along as you type, or a camera.',
    },
    network: {
      who: 'The network, and whoever hosts this page',
      holds:
        'Nothing that you do is sent, so there is nothing to overhear. All of it works without a network.',
      fails: 'That somebody at your address opened this page, and when.',
    },
    site: {
      who: 'Another site',
      holds:
        'The browser keeps what is stored by one address from all others, and no site can put this page in a frame.',
      fails: 'Other pages at this very address share its store.',
    },
    file: {
      who: 'A file that means harm',
      holds:
        'What you import or restore is read as data, never as code, and within bounds. A backup that was altered changes nothing.',
      fails:
        'A file can hold what is not true. Whoever gives you a backup with its passphrase decides what is in it: restore your own.',
    },
    code: {
      who: 'Code that found its way into this page',
      holds:
        'It has no way out that we know of: what it tries to send is refused, and listed under “What left the device”.',
      fails:
        'It could read and change what you can, and ways out that the browser does not guard may stay open.',
    },
    origin: {
      who: 'Whoever can change what this address serves',
      holds: null,
      fails:
        'Nothing here helps. Who runs the host, or breaks into it, can serve another shop that reads everything once you open it, and sends it away.',
    },
    extension: {
      who: 'Browser extensions, the browser itself, the machine',
      holds: null,
      fails:
        'Nothing here helps. An extension that may read this page sees what you see and may send it anywhere. Use a profile without any.',
    },
    copies: {
      who: 'Whoever finds a copy that you made',
      holds: 'A backup is as strong as its passphrase.',
      fails: 'Plain copies and saved models can be read by whoever has them. Erasing does not reach copies.',
    },
  } as Readonly<Record<string, Adversary>>,
  whole:
    'The whole of it, with the tests that try each of these, is docs/threat-model.md in the source code.',
};
