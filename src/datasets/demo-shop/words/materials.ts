import type { ColourName } from './colours.ts';

export interface Material {
  /** How it is said in the attributes and, where `inTitle`, in a title. */
  readonly word: string;
  /** False where it goes without saying: nobody sells "paper writing paper". */
  readonly inTitle: boolean;
  /** Its own colour; `null` where it takes any colour of the palette. */
  readonly own: { readonly hex: string; readonly like: ColourName } | null;
  readonly grain: boolean;
  /** Whether stripes, dots and the like can be woven, printed or painted on it. */
  readonly takesPattern: boolean;
  /** How rustic, how refined, how technical it feels, each −1 … 1. */
  readonly feel: readonly [rustic: number, refined: number, technical: number];
  /** Cost against others of the same product, 0 cheap … 1 dear. */
  readonly cost: number;
  /** Second sentences for descriptions. Empty for packaging. */
  readonly notes: readonly string[];
}

export type MaterialName =
  | 'enamel'
  | 'stoneware'
  | 'porcelain'
  | 'terracotta'
  | 'glass'
  | 'stainlessSteel'
  | 'carbonSteel'
  | 'paintedSteel'
  | 'castIron'
  | 'copper'
  | 'brass'
  | 'aluminium'
  | 'titanium'
  | 'zinc'
  | 'oak'
  | 'walnut'
  | 'beech'
  | 'ash'
  | 'birch'
  | 'oliveWood'
  | 'bamboo'
  | 'cork'
  | 'paintedWood'
  | 'willow'
  | 'rattan'
  | 'jute'
  | 'seagrass'
  | 'linen'
  | 'cotton'
  | 'organicCotton'
  | 'flannel'
  | 'corduroy'
  | 'velvet'
  | 'wool'
  | 'lambswool'
  | 'merino'
  | 'alpaca'
  | 'felt'
  | 'sheepskin'
  | 'leather'
  | 'suede'
  | 'canvas'
  | 'waxedCanvas'
  | 'ripstop'
  | 'nylon'
  | 'down'
  | 'rubber'
  | 'paper'
  | 'cloth'
  | 'card'
  | 'tin'
  | 'jar'
  | 'bottle'
  | 'bag'
  | 'beeswax'
  | 'soyWax'
  | 'slate'
  | 'marble';

const tinted = (
  word: string,
  feel: Material['feel'],
  cost: number,
  notes: readonly string[] = [],
): Material => ({ word, inTitle: true, own: null, grain: false, takesPattern: true, feel, cost, notes });

const natural = (
  word: string,
  hex: string,
  like: ColourName,
  feel: Material['feel'],
  cost: number,
  notes: readonly string[],
  grain = false,
): Material => ({
  word,
  inTitle: true,
  own: { hex, like },
  grain,
  takesPattern: false,
  feel,
  cost,
  notes,
});

/** What a thing is wrapped in or printed on; the title does not say it. */
const unsaid = (material: Material): Material => ({ ...material, inTitle: false });
const plainOnly = (material: Material): Material => ({ ...material, takesPattern: false });

export const MATERIALS: Readonly<Record<MaterialName, Material>> = {
  enamel: tinted('enamel', [0.8, -0.2, -0.1], 0.3, [
    'Enamel wipes clean in a moment and keeps its colour for decades.',
    'The enamel is fired twice over steel, so a knock leaves a story rather than a hole.',
    'Enamel minds neither flame nor frost, and only a little falling.',
  ]),
  stoneware: tinted('stoneware', [0.6, 0.2, -0.6], 0.4, [
    'The glaze pools a little at the foot, so no two pieces are quite alike.',
    'Stoneware is fired hot, and takes a knock better than it looks.',
    'The clay is left bare underneath, where the hand finds it.',
  ]),
  porcelain: tinted('porcelain', [-0.7, 0.9, -0.2], 0.7, [
    'The porcelain is thin enough to let the light through at the rim.',
    'Porcelain rings when tapped and is tougher than it looks.',
    'The clay is fired hot and glazed thin, for a surface as smooth as an egg.',
  ]),
  terracotta: natural('terracotta', '#c2704a', 'terracotta', [0.8, 0, -0.7], 0.3, [
    'Terracotta breathes, and it weathers to a softer colour each winter.',
    'The clay is thrown by hand and fired hard enough for frost.',
    'A white bloom will appear in time, as it does on all good terracotta.',
  ]),
  glass: natural('glass', '#cfe0dc', 'duck-egg blue', [-0.5, 0.6, 0.1], 0.4, [
    'The glass is mouth-blown, with a small bubble here and there to prove it.',
    'Clear glass hides nothing, and wipes bright in a moment.',
    'Part of the glass was a bottle once, hence the faint green edge.',
  ]),
  stainlessSteel: natural('stainless steel', '#b9bcbd', 'dove grey', [-0.6, 0.1, 0.7], 0.5, [
    'Stainless steel asks for no care beyond a wipe.',
    'The steel is brushed, so fingerprints have nowhere to show.',
    'Good steel of this weight outlives the house it lives in.',
  ]),
  carbonSteel: natural('carbon steel', '#5a5a5c', 'slate', [0.4, 0.2, 0.5], 0.6, [
    'Carbon steel darkens with use, and looks the better for it.',
    'Wipe the steel dry, oil it now and then, and hand it on one day.',
    'The steel was forged, then tempered slowly so that it stays tough.',
  ]),
  paintedSteel: tinted('painted steel', [0, -0.2, 0.3], 0.3, [
    'The paint is baked on and shrugs off a good deal.',
    'Painted steel is light, strong and easy to wipe.',
    'A few scuffs will come, and they will suit it.',
  ]),
  castIron: natural('cast iron', '#35342f', 'black', [0.9, -0.1, -0.2], 0.6, [
    'Cast iron is heavy in the way that a promise is.',
    'The iron is poured in sand, and gets better with every use.',
    'Iron like this is honest and very nearly indestructible.',
  ]),
  copper: natural('copper', '#b86f45', 'rust', [0.3, 0.8, -0.3], 0.95, [
    'Copper warms to the hand, and to the room.',
    'The copper darkens handsomely with the years, or shines again with half a lemon.',
    'The copper is hammered by hand, and the marks catch the lamplight.',
  ]),
  brass: natural('brass', '#c9a24f', 'ochre', [0.1, 0.8, -0.2], 0.8, [
    'The brass is left unlacquered, so that it mellows where it is touched.',
    'Solid brass has a pleasant weight and a warm gleam.',
    'A rub with a soft cloth brings the shine back whenever it is missed.',
  ]),
  aluminium: natural('aluminium', '#c3c6c8', 'dove grey', [-0.4, -0.2, 0.8], 0.3, [
    'Aluminium weighs next to nothing and does not rust.',
    'The aluminium is anodised, so it resists scratches and salt.',
    'Aluminium this light is easy to forget until it is needed.',
  ]),
  titanium: natural('titanium', '#8f8f8c', 'slate', [-0.5, 0.2, 1], 1, [
    'Titanium is as strong as steel at half the weight.',
    'The bare titanium turns faintly blue where a flame has been.',
    'Every gram was argued over, and most of them lost.',
  ]),
  zinc: natural('zinc', '#a3aab0', 'dove grey', [0.8, 0, 0], 0.4, [
    'The zinc dulls to a soft grey after one season outdoors.',
    'Hot-dipped zinc keeps rust away for a generation.',
    'The seams are folded, not glued, as they were a century ago.',
  ]),
  oak: natural(
    'oak',
    '#c39a6b',
    'tan',
    [0.6, 0.3, -0.4],
    0.6,
    [
      'The oak is dried for two years before anybody takes a plane to it.',
      'Oak darkens slowly, and a little oil keeps the grain alive.',
      'The timber comes from storm-felled trees, so the figure varies.',
    ],
    true,
  ),
  walnut: natural(
    'walnut',
    '#6f4e37',
    'brown',
    [0.1, 0.9, -0.3],
    0.9,
    [
      'Walnut has a depth of colour that needs nothing added.',
      'The walnut is finished with oil and wax, and feels it.',
      'Dark grain runs the full length, as only walnut does.',
    ],
    true,
  ),
  beech: natural(
    'beech',
    '#d9b48a',
    'oat',
    [0.3, -0.1, -0.3],
    0.3,
    [
      'Beech is close-grained and hard-wearing, and never splinters.',
      'The beech is left plain, with edges rounded for the hand.',
      'Pale beech suits any room and any amount of use.',
    ],
    true,
  ),
  ash: natural(
    'ash',
    '#d9c3a0',
    'oat',
    [0.4, 0.2, 0],
    0.5,
    [
      'Ash bends before it breaks, which is why handles are made of it.',
      'The ash is turned, sanded and oiled by one person from start to finish.',
      'Pale ash with a lively grain makes each piece easy to recognise.',
    ],
    true,
  ),
  birch: natural(
    'birch',
    '#e3cfa8',
    'cream',
    [0.1, 0, -0.1],
    0.3,
    [
      'The birch comes from managed forest and is finished with plain wax.',
      'Birch is light in colour and in the hand.',
      'Smooth birch with rounded corners is kind to floors and fingers.',
    ],
    true,
  ),
  oliveWood: natural(
    'olive wood',
    '#a67c4e',
    'tan',
    [0.7, 0.6, -0.6],
    0.7,
    [
      'Olive wood is dense and swirling, and smells faintly sweet when new.',
      'The wood comes from old trees that no longer fruit.',
      'No two pieces of olive wood have the same figure.',
    ],
    true,
  ),
  bamboo: natural(
    'bamboo',
    '#d8bd84',
    'butter yellow',
    [0, -0.1, 0.1],
    0.2,
    [
      'Bamboo grows back in four years and wears like hardwood.',
      'The bamboo is pressed and oiled, so water beads and runs off.',
      'Light and springy, bamboo is kind to the purse as well.',
    ],
    true,
  ),
  cork: natural('cork', '#c39b6c', 'tan', [0.4, 0, 0], 0.3, [
    'Cork is peeled from the living tree, which grows it again.',
    'Warm to the touch and quiet underfoot, cork is hard to fault.',
    'The cork is dense and fine-grained, and wipes clean.',
  ]),
  paintedWood: tinted('painted wood', [0.2, 0, -0.4], 0.3, [
    'The water-based paint is safe for everybody and wears softly at the edges.',
    'Two coats of paint and one of wax make the colour last.',
    'The grain still shows a little through the paint.',
  ]),
  willow: natural('willow', '#b08a55', 'tan', [0.9, 0.2, -0.8], 0.5, [
    'The willow is cut in winter, soaked for a week and woven by hand.',
    'Fresh willow creaks for a month and then settles down.',
    'Woven willow gives a little under load and springs back.',
  ]),
  rattan: natural('rattan', '#c9a26a', 'tan', [0.5, 0.3, -0.5], 0.5, [
    'The rattan is steamed and bent by hand around a wooden form.',
    'Rattan is light enough to move with one finger.',
    'A damp cloth once a month is all that rattan wants.',
  ]),
  jute: natural('jute', '#bfa070', 'oat', [0.8, -0.1, -0.5], 0.3, [
    'Jute is rough in the right way and smells faintly of hay.',
    'The braids are sewn, not glued, and turn over for a second life.',
    'Natural jute softens with every step.',
  ]),
  seagrass: natural('seagrass', '#b5a56f', 'oat', [0.6, 0.1, -0.5], 0.3, [
    'Seagrass is tough, a little glossy and almost impossible to stain.',
    'The seagrass is woven damp, so that it tightens as it dries.',
    'Its green fades to straw over the first summer.',
  ]),
  linen: tinted('linen', [0.5, 0.5, -0.6], 0.6, [
    'The linen is washed before it is sewn, so it arrives already soft.',
    'Linen creases, and looks the better for it.',
    "The flax was grown, spun and woven within a day's drive.",
  ]),
  cotton: tinted('cotton', [0.1, -0.1, -0.2], 0.2, [
    'The cotton is densely woven and washes at sixty degrees.',
    'Plain good cotton gets softer with each wash.',
    'The colour is in the yarn, so it does not fade with the washing.',
  ]),
  organicCotton: tinted('organic cotton', [0.2, 0.1, -0.2], 0.5, [
    'The organic cotton is undyed until the last step, and uses little water there.',
    'Organic cotton of this weight keeps its shape for years.',
    'Soft from the first day, the cloth has been washed with nothing but soap.',
  ]),
  flannel: tinted('flannel', [0.6, -0.2, -0.3], 0.4, [
    'Brushed flannel is warm at once, even in a cold room.',
    'The flannel is raised on both sides and does not pill.',
    'A hard winter is easier in flannel.',
  ]),
  corduroy: tinted('corduroy', [0.4, 0.1, -0.2], 0.5, [
    'The corduroy is soft and quiet, with eight ribs to the inch.',
    'Corduroy wears pale at the knees of life, and proudly.',
    'The cloth is heavy enough to hang well and light enough to move in.',
  ]),
  velvet: tinted('velvet', [-0.5, 0.8, -0.4], 0.7, [
    'Cotton velvet changes colour when a hand passes over it.',
    'The velvet is dense, matt and far harder-wearing than it looks.',
    'The depth of the pile makes any colour look like evening.',
  ]),
  wool: tinted('wool', [0.7, 0, -0.1], 0.5, [
    'Wool keeps warm even when damp and airs itself overnight.',
    'The wool is spun thick from hill sheep and smells of nothing but rain.',
    'Pure wool needs little washing and forgives most spills.',
  ]),
  lambswool: tinted('lambswool', [0.4, 0.5, -0.2], 0.7, [
    'First-shearing lambswool is soft enough for bare skin.',
    'The lambswool is milled lightly, for a bloom that keeps the wind out.',
    'Lambswool this fine weighs little and warms at once.',
  ]),
  merino: tinted('merino', [-0.3, 0.5, 0.6], 0.8, [
    'Fine merino does not itch, and it is slow to smell after a long day.',
    'The merino is knitted without side seams, so nothing rubs.',
    'Merino is cool when you climb and warm when you stop.',
  ]),
  alpaca: tinted('alpaca', [0.2, 0.8, -0.4], 0.9, [
    'Alpaca is light, silky and warmer than its weight suggests.',
    'The alpaca has a soft halo that settles with wear.',
    'A little alpaca goes a long way on a cold evening.',
  ]),
  felt: tinted('wool felt', [0.3, 0.2, -0.2], 0.4, [
    'The felt is three millimetres thick and keeps its edge without a hem.',
    'Wool felt is quiet, warm and cut without waste.',
    'The felt softens a little and never frays.',
  ]),
  sheepskin: natural('sheepskin', '#eee3cf', 'cream', [0.7, 0.4, -0.6], 0.8, [
    'The sheepskin is tanned with bark and combed by hand.',
    'Real sheepskin stays warm in winter and surprisingly cool in summer.',
    'The fleece is left long on the inside, where it counts.',
  ]),
  leather: plainOnly(
    tinted('leather', [0.5, 0.6, 0], 0.8, [
      'The leather is tanned with oak bark and takes on the shape of its owner.',
      'Full-grain leather marks easily at first and beautifully in the end.',
      'Waxed thread and saddle stitch hold it all together.',
    ]),
  ),
  suede: plainOnly(
    tinted('suede', [0.3, 0.4, -0.2], 0.6, [
      'The suede is soft, dense and brushes up like new.',
      'Suede of this weight moulds to fit within a week.',
      'A light spray keeps the first shower off.',
    ]),
  ),
  canvas: tinted('canvas', [0.5, -0.1, 0.2], 0.3, [
    'The canvas is stiff when new and slouches agreeably after a summer.',
    'Heavy cotton canvas takes rough handling and a hot wash.',
    'Seams are bar-tacked wherever they are pulled.',
  ]),
  waxedCanvas: plainOnly(
    tinted('waxed canvas', [0.8, 0.3, 0.2], 0.6, [
      'The wax keeps rain out and can be renewed at home with a warm cloth.',
      'Waxed canvas creases into a map of where it has been.',
      'There is a smell of beeswax about it, and more after rain.',
    ]),
  ),
  ripstop: tinted('ripstop', [-0.5, -0.1, 1], 0.6, [
    'The ripstop weave stops a small tear where it starts.',
    'The fabric is proofed without fluorine and dries in minutes.',
    'Good ripstop packs down smaller than a loaf of bread.',
  ]),
  nylon: tinted('recycled nylon', [-0.5, -0.3, 0.8], 0.3, [
    'The nylon was fishing net once, and is none the weaker for it.',
    'Recycled nylon dries fast and takes a scrape on granite.',
    'Taped seams keep the weather where it belongs.',
  ]),
  down: plainOnly(
    tinted('down', [-0.2, 0.4, 0.7], 0.9, [
      'The down is traceable, washed in rainwater and very light.',
      'Shake the down out, give it five minutes, and it doubles in size.',
      'Box walls keep the down where the cold would come in.',
    ]),
  ),
  rubber: tinted('natural rubber', [0.4, -0.2, 0.3], 0.4, [
    'Natural rubber stays supple in the cold and springs back.',
    'The rubber is tapped from trees and smells faintly of them.',
    'Mud rinses off rubber under the garden tap.',
  ]),
  paper: unsaid(
    tinted('paper', [0, 0.4, -0.3], 0.4, [
      'The paper is made from cotton offcuts and takes ink without feathering.',
      'Thick, slightly toothed paper makes even a shopping list look considered.',
      'Everything is printed with vegetable inks and packed without plastic.',
    ]),
  ),
  cloth: unsaid(tinted('cloth', [0.2, 0.6, -0.3], 0.6)),
  card: unsaid(tinted('card', [0, 0, 0], 0.2)),
  tin: unsaid(tinted('tin', [0.3, 0.2, 0], 0.5)),
  jar: unsaid(tinted('jar', [0.6, 0, -0.3], 0.3)),
  bottle: unsaid(tinted('bottle', [0.1, 0.5, -0.1], 0.5)),
  bag: unsaid(tinted('paper bag', [0.4, -0.2, 0], 0.2)),
  beeswax: natural('beeswax', '#dba94a', 'ochre', [0.8, 0.2, -0.6], 0.6, [
    'Pure beeswax burns slowly and scents the room with honey before it is lit.',
    'The beeswax comes from one valley and varies a shade from year to year.',
    'Trim the wick, keep it from the draught, and it will see the evening out.',
  ]),
  soyWax: plainOnly(
    tinted('soy wax', [0, 0.5, 0], 0.4, [
      'Soy wax burns clean and leaves no soot on the ceiling.',
      'The wax is poured by hand in batches of forty.',
      'The cotton wick needs a trim now and then, and nothing else.',
    ]),
  ),
  slate: natural('slate', '#565b60', 'slate', [0.7, 0.3, -0.2], 0.5, [
    'The slate is split by hand and keeps its rough edge.',
    'Slate stays cool for an hour on a warm table.',
    'Felt feet underneath keep the furniture happy.',
  ]),
  marble: natural('marble', '#e6e2dc', 'white', [-0.4, 0.9, -0.3], 0.8, [
    'The marble is honed, not polished, so it feels like skin.',
    'Each slab has its own veins, and none is like the picture.',
    'Marble stays cool, which pastry and butter both appreciate.',
  ]),
};
