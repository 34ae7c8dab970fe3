import type { IdentifierKind, MaskedColumn } from '../../../domain/cleaning.ts';
import { f, quoted } from './voice.ts';

/** Invented, as are all people here: reserved domains, numbers set aside for examples, the networks' test card. */
const examples: Readonly<Record<IdentifierKind, string>> = {
  user: 'customer 20417',
  name: 'Mara Quill',
  email: 'mara.quill@example.org',
  phone: '+44 7700 900123',
  address: '12 Larkspur Street, Fernley',
  card: '4111 1111 1111 1111',
  iban: 'GB82 WEST 1234 5698 7654 32',
  order: 'ORD-0042137',
  text: 'a gift for my sister, please ring twice',
};

const after: Readonly<Record<MaskedColumn['action'], string>> = {
  dropped: '•••',
  replaced: '~Qm7x-0aK3hTz9wRd',
};

export const masked = {
  title: 'Masked',
  lead: 'What was recognised as naming a person was taken out before anything was stored: dropped, or replaced by a pseudonym that only your own key can make. The examples are invented; the real values are not kept.',
  none: 'Nothing was recognised as naming a person.',
  kinds: {
    user: 'Ids of people',
    name: 'Names',
    email: 'E-mail addresses',
    phone: 'Phone numbers',
    address: 'Addresses',
    card: 'Card numbers',
    iban: 'Bank accounts',
    order: 'Order and payment numbers',
    text: 'What people wrote',
  } as Readonly<Record<IdentifierKind, string>>,
  count: ({ action, count }: MaskedColumn): string =>
    action === 'dropped' ? `${f.number(count)} dropped` : `${f.number(count)} replaced`,
  where: ({ file, column, place }: MaskedColumn): string => {
    if (place === 0) return 'in the name of the data set';
    return column === '' ? `column ${f.number(place)} of ${file}` : `column ${quoted(column)} of ${file}`;
  },
  example: ({ kind, action }: MaskedColumn): string =>
    `For example, ${examples[kind]} becomes ${after[action]}`,
};
