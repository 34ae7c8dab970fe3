import type { PrivacyWords } from './privacy-in-english.ts';
import { copies } from './zh/privacy/copies.ts';
import { forget } from './zh/privacy/forget.ts';
import { limits } from './zh/privacy/limits.ts';
import { lock } from './zh/privacy/lock.ts';
import { quarantine } from './zh/privacy/quarantine.ts';
import { requests } from './zh/privacy/requests.ts';
import { stored } from './zh/privacy/stored.ts';
import { things } from './zh/privacy/things.ts';

/** 隐私，简体中文：属于来客自己的一切，用平实的话。 */
export const privacyZh: PrivacyWords = {
  language: 'zh-Hans',
  places: '隐私的各个房间',
  again: '再试一次',
  stored,
  lock,
  things,
  requests,
  copies,
  forget,
  quarantine,
  limits,
};
