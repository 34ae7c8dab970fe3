import type { PrivacyWords } from '../../privacy-in-english.ts';

export const limits: PrivacyWords['limits'] = {
  title: '这能防住什么',
  lead: '还有防不住什么。一把锁，您越了解它，它越有用。',
  brief: '还有防不住什么',
  paragraphs: [
    '这家小店背后没有服务器。您看过、喜欢、不要或买下的，都只写进这个浏览器自己的数据库。模型也在这里，用小店的记录训练；您的举动只引导推荐，从不训练进模型。',
    '每条记录保存之前都用 AES-256-GCM 加密。密钥在这台设备上生成，任何网页或程序都无法从浏览器的密钥库里读出它。',
    '这个页面不许与别处通信：它的安全策略会在任何发往其他地址的请求离开之前把它拦下。',
  ],
};
