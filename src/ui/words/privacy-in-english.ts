import { copies } from './en/privacy/copies.ts';
import { forget } from './en/privacy/forget.ts';
import { limits } from './en/privacy/limits.ts';
import { lock } from './en/privacy/lock.ts';
import { quarantine } from './en/privacy/quarantine.ts';
import { requests } from './en/privacy/requests.ts';
import { stored } from './en/privacy/stored.ts';
import { things } from './en/privacy/things.ts';

/** The privacy view, English: what the visitor owns, in plain words. */
export const privacyEn = {
  language: 'en',
  places: 'Rooms of privacy',
  again: 'Try again',
  stored: stored as typeof stored,
  lock: lock as typeof lock,
  things: things as typeof things,
  requests: requests as typeof requests,
  copies: copies as typeof copies,
  forget: forget as typeof forget,
  quarantine: quarantine as typeof quarantine,
  limits: limits as typeof limits,
};

/** All words of the privacy view. A language is complete when it has this type. */
export type PrivacyWords = typeof privacyEn;
