import { motif } from '../kit/motifs/index.ts';
import { e, times } from '../kit/path.ts';
import type { Layers } from '../kit/path.ts';
import { bag, bottle, carton, jar, tin, wrapped } from './packages.ts';
import type { Contents } from './packages.ts';
import type { Vocabulary } from './drawing.ts';

/** What is drawn on a packet, by a word of what is in it. The first word that fits decides. */
export const CONTENTS: Contents = [
  ['apple', 'apple'],
  ['chestnut', 'nut'],
  ['jasmine|chamomile|elderflower|calendula', 'daisy'],
  ['mint|nettle|eucalyptus', 'mint'],
  ['rooibos|orange|marmalade', 'orange'],
  ['bergamot|lemon|verbena', 'lemon'],
  ['winter spice|cardamom', 'star'],
  ['breakfast tea|tea|oolong', 'tea'],
  ['peaberry|coffee|decaf|espresso', 'coffeebean'],
  ['comb|honey', 'honey'],
  ['heather|lime blossom|wildflower', 'flower'],
  ['raspberry|strawberry|gooseberry', 'berry'],
  ['blackberry|blackcurrant', 'bramble'],
  ['damson|plum', 'plum'],
  ['apricot', 'orange'],
  ['quince', 'quince'],
  ['rhubarb', 'rhubarb'],
  ['olive', 'olive'],
  ['rapeseed', 'rapeseed'],
  ['walnut', 'walnut'],
  ['cider', 'apple'],
  ['wine', 'grape'],
  ['paprika|chilli|piccalilli', 'chilli'],
  ['peppercorn', 'pepper'],
  ['cinnamon', 'cinnamon'],
  ['fennel|herb|rosemary', 'sprig'],
  ['salt', 'salt'],
  ['saffron', 'saffron'],
  ['juniper|sea buckthorn', 'juniper'],
  ['ginger|turmeric|curry', 'ginger'],
  ['hazelnut', 'nut'],
  ['almond|cantucci', 'almond'],
  ['milk chocolate|dark chocolate|chocolate', 'chocolate'],
  ['shortbread', 'shortbread'],
  ['oat', 'oats'],
  ['cracker|wafer', 'cracker'],
  ['biscuit', 'biscuit'],
  ['spaghetti', 'spaghetti'],
  ['tagliatelle|noodle', 'nest'],
  ['rigatoni', 'tube'],
  ['orecchiette', 'shell'],
  ['fusilli', 'fusilli'],
  ['rice|barley', 'rice'],
  ['lentil|bean', 'seedbean'],
  ['tomato|ketchup', 'tomato'],
  ['beetroot', 'beet'],
  ['onion|horseradish', 'radish'],
  ['mustard', 'seed'],
  ['fig', 'fig'],
  ['birch', 'leaf'],
  ['pancake', 'pancake'],
  ['scone', 'scone'],
  ['bread|loaf|focaccia', 'loaf'],
  ['flour|grain', 'wheat'],
];

const of = (fallback: string): { readonly table: Contents; readonly fallback: string } => ({
  table: CONTENTS,
  fallback,
});

/** Spices and herbs lie before their tin. */
const heap: Layers = [
  'd M18 168q6-14 20-14t22 14z',
  `D${times(5, (i) => e(26 + i * 6, 163 - (i % 2) * 4, 1.4))}`,
];

export const pantry = (): Vocabulary => ({
  tea: tin(of('tea'), 'caddy'),
  coffee: bag(of('coffeebean'), 'valve'),
  honey: jar(of('honey'), 'dipper'),
  jam: jar(of('berry'), 'cloth'),
  'olive-oil': bottle(of('olive'), 'oil'),
  spice: tin(of('leaf'), 'low', heap),
  chocolate: wrapped(of('chocolate')),
  biscuits: carton(of('biscuit'), [
    `o${e(160, 152, 20, 15)}`,
    `2W${e(160, 152, 14, 10)}`,
    `W${e(155, 149, 1.6)}${e(164, 149, 1.6)}${e(160, 156, 1.6)}`,
  ]),
  pasta: bag(of('spaghetti'), 'window'),
  chutney: jar(of('apple'), 'lid'),
  flour: bag(of('wheat'), 'sack'),
  cordial: bottle(of('flower'), 'swing'),
  'bread-mix': carton(of('loaf'), [...motif('loaf', 152, 156, 1.35)]),
});
