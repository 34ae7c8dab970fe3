/** How light falls on a material, and what is seen of it from near. */
export interface Finish {
  readonly shine: 'matt' | 'satin' | 'gloss' | 'metal' | 'glass';
  readonly texture: Texture | null;
}

export type Texture =
  | 'knit'
  | 'weave'
  | 'ribs'
  | 'nap'
  | 'curls'
  | 'wicker'
  | 'specks'
  | 'hammered'
  | 'brushed'
  | 'grain'
  | 'nodes'
  | 'veins'
  | 'ripstop'
  | 'creases'
  | 'dust';

const finish = (shine: Finish['shine'], texture: Texture | null = null): Finish => ({ shine, texture });

const FINISHES: Readonly<Record<string, Finish>> = {
  enamel: finish('gloss'),
  stoneware: finish('satin', 'specks'),
  porcelain: finish('gloss'),
  terracotta: finish('matt', 'dust'),
  glass: finish('glass'),
  'stainless steel': finish('metal'),
  'carbon steel': finish('metal', 'brushed'),
  'painted steel': finish('satin'),
  'cast iron': finish('satin', 'dust'),
  copper: finish('metal', 'hammered'),
  brass: finish('metal'),
  aluminium: finish('metal', 'brushed'),
  titanium: finish('metal', 'brushed'),
  zinc: finish('metal', 'dust'),
  oak: finish('matt', 'grain'),
  walnut: finish('matt', 'grain'),
  beech: finish('matt', 'grain'),
  ash: finish('matt', 'grain'),
  birch: finish('matt', 'grain'),
  'olive wood': finish('matt', 'grain'),
  'painted wood': finish('satin'),
  bamboo: finish('matt', 'nodes'),
  cork: finish('matt', 'specks'),
  willow: finish('matt', 'wicker'),
  rattan: finish('matt', 'wicker'),
  jute: finish('matt', 'wicker'),
  seagrass: finish('matt', 'wicker'),
  linen: finish('matt', 'weave'),
  cotton: finish('matt'),
  'organic cotton': finish('matt', 'weave'),
  flannel: finish('matt', 'nap'),
  corduroy: finish('matt', 'ribs'),
  velvet: finish('satin', 'nap'),
  wool: finish('matt', 'knit'),
  lambswool: finish('matt', 'knit'),
  merino: finish('matt', 'knit'),
  alpaca: finish('matt', 'knit'),
  'wool felt': finish('matt', 'nap'),
  sheepskin: finish('matt', 'curls'),
  leather: finish('satin', 'dust'),
  suede: finish('matt', 'nap'),
  canvas: finish('matt', 'weave'),
  'waxed canvas': finish('satin', 'creases'),
  ripstop: finish('satin', 'ripstop'),
  'recycled nylon': finish('satin', 'ripstop'),
  down: finish('satin'),
  'natural rubber': finish('gloss'),
  cloth: finish('matt', 'weave'),
  tin: finish('satin'),
  bottle: finish('glass'),
  beeswax: finish('satin'),
  'soy wax': finish('satin'),
  slate: finish('matt', 'dust'),
  marble: finish('satin', 'veins'),
};

const PLAIN = finish('matt');

export const finishOf = (material: string): Finish => FINISHES[material] ?? PLAIN;
