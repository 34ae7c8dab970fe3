/**
 * One error type for the whole product. The code is API and never changes its meaning; the message may.
 * `remedy` says what the person or the caller can do; `detail` carries the values that explain it.
 */
export type ErrorCode =
  | 'shape/mismatch' // arrays or buffers do not fit each other
  | 'argument/range' // a value outside its documented range
  | 'model/none' // no model is trained for this catalogue
  | 'model/unsupported' // the model cannot do what was asked
  | 'home/unavailable' // the forced compute home does not exist here
  | 'home/lost' // the GPU device was lost and could not be recovered
  | 'training/cancelled' // the person cancelled; nothing changed
  | 'training/busy' // a training runs already
  | 'training/no-data' // nothing to train on
  | 'training/diverged' // its numbers outgrew what can be computed with; nothing changed
  | 'checkpoint/format' // not a checkpoint, or a damaged one
  | 'checkpoint/version' // written by a newer version
  | 'checkpoint/mismatch' // belongs to another catalogue
  | 'lab/not-comparable' // two runs were not measured on the same users; `detail.differs` says why
  | 'lab/unknown-run' // no such run is stored for this catalogue
  | 'lab/not-a-model' // a file brought to the lab is no model of ours, or a damaged one
  | 'lab/other-catalogue' // a file brought to the lab holds a model of another catalogue
  | 'import/unknown-format' // no reader knows these files
  | 'import/missing-file' // a file that belongs to the format is not there
  | 'import/damaged' // truncated or corrupt container
  | 'import/no-rows' // a readable file without one usable row
  | 'import/too-many-bad-rows' // most rows are unusable: probably the wrong separator or format
  | 'import/too-large' // beyond what a tab can hold
  | 'import/cancelled'
  | 'vault/locked' // it asks for its passphrase; `detail.wraps` names what opens it
  | 'vault/wrong-passphrase' // a passphrase or a passkey that does not open the vault
  | 'vault/too-soon' // after several wrong passphrases; `detail.nextTryAt` says when the next is heard
  | 'vault/keyring' // the keyring is damaged, was altered, or is of another browser profile
  | 'passkey/refused' // the person or the browser ended it, or it took too long
  | 'passkey/unsupported' // the browser or the authenticator has no PRF
  | 'vault/damaged' // a record does not decrypt
  | 'vault/blocked' // another tab holds an older version open
  | 'vault/closed' // the database was closed under us (erased, or upgraded by another tab)
  | 'vault/quota' // the browser gave no more room
  | 'vault/unavailable' // IndexedDB cannot be opened (private mode, policy)
  | 'vault/erasing' // an erasing was begun and is not finished
  | 'vault/held' // another tab does not let go of what is to be erased
  | 'vault/erased' // everything was erased while it was open
  | 'vault/unknown-catalogue'
  | 'vault/unknown-event'
  | 'backup/format' // not a backup of ours
  | 'backup/version' // a backup of a newer version
  | 'backup/damaged' // a backup that is cut short, altered or put together from several
  | 'backup/passphrase' // another passphrase than the backup's
  | 'backup/busy' // a backup or a restoring is at work already
  | 'backup/cancelled' // the person cancelled; nothing changed
  | 'worker/died' // a worker crashed or could not be loaded
  | 'internal'; // a defect of ours

export interface ErrorOptionsWithData {
  readonly remedy?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

export class HomebodyError extends Error {
  override readonly name = 'HomebodyError';
  readonly code: ErrorCode;
  readonly remedy: string | undefined;
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: ErrorOptionsWithData = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.remedy = options.remedy;
    this.detail = options.detail ?? {};
  }
}
