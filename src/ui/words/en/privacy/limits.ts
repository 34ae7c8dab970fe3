export const limits = {
  title: 'What this protects against',
  lead: 'And what it does not. A lock is worth as much as you know about it.',
  brief: 'And what it does not',
  paragraphs: [
    'There is no server behind this shop. What you look at, like, turn down or buy is written to this browser’s own database, and nowhere else. The model is trained here, on the shop’s log; what you do steers it and is never trained into it.',
    'Each record is encrypted with AES-256-GCM before it is stored. The key is made on this device. No script can read it; but without a passphrase, somebody who has all the files of your browser has the key as well. With one, they have to guess it.',
    'The page is not allowed to talk to anyone else: its security policy stops any request to another address before it leaves.',
  ] as readonly string[],
};
