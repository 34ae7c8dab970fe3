import type { LikerCounts } from '../../domain/interactions.ts';
import { DEFAULT_DEMO_SEED, DEMO_SHOPPERS } from './shape.ts';

/** Z85 (ZeroMQ RFC 32): printable, and safe between any quotes. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#';
/** Numbers below are one digit; the others two, of which the first stands from here on. */
const ONE_DIGIT = 72;

/**
 * How many shoppers like each product of the default seed after its year, by row: what its 420,000 events count
 * to, counted ahead, so that the popular shelf need not wait for them. Packed by `packLikers`. Made anew by
 *   WRITE_DEMO_LIKERS=1 npx vitest run --project cpu src/workers/demo-likers.test.ts
 */
const LIKERS = [
  'MZUIG&1n&Pg&fGektVh&6x>Lj&2&FObFHWajs&qs&4X)*clsYqo&triroc<8&0lhql6bmLit/tDbJph&CN&nlTt!rdux&iUdiDFd',
  'lzCtOFx&/^wjlaMevTvq:BzIZo&Axn&/klar5kt<[tQyzoQvO&{7p&[G&o&9&2&Z&sM<M&:[c&Cl&p&O&hI<.Lztzu?&L<VR]m<V',
  '(2&5N&M&P^&OT<UN&F&v&G&u&}X&<>!:>k&A<K<h!<y>(<O&j<N<F^>iL&2(VR&**&1&sS&D&{>RV&+*<4q&w&7&3iZ&P&9=&+&u',
  '..&@?l<e&eNj:&zE<N?PUR&mq>rQs&1F&rQ!&$u&lK<WGCsCP<2&Cwpn&1qqNhV88UGnjvw^ay98w<lc<pyiI&Gv&pStGu&8&<g.',
  '&4<jRclLly&B-&0G8uh&S<8JV&!<G&{*&AIn&6nD&qY&f<Q&coQ&f&jl&yJoneUoBHw&jA&M&6V^xZJ&9R&R&w&YR</&4=>9V*@z',
  '&9JE<W&6&Kxz&}CPud&fk>1B^Cnem9JmAPS&rOti&zCpdF&-tt&prL<M&DqWBF&5&1ekkqdljCGbRk&6lzyw8dhqBTgmT&p&f<o>',
  'C&zD&*>%<Q&D&=<G<fVO<n&3x>C?^t^loqMjzX8&0HFDtKsPK=c<fuORDY?<bFZv&xM&H&6&zkY!l>iEpetrmEdN&?qgB&+(6RDI',
  'N4(!eld&v&f&4&s&F&%hU&1em?y/<usE<A&#&w&S9<KSS&?id9&X&gC&Xim&]sNj-s>jt&I&Lf)rkBCD&gPJnCB&/GEJlDzt&h>o',
  'RImyL&:e?9&efyxBqEhu<ib&p:oeH&5r&D&ro&sJ?k&im&qh&xe&xC&yQu<8sn&(lgwsR&diHDH8b7Lk=opa^&5h-AxDtotuy&ku',
  'Ko&vlZhsx^wF&2q&b&!k&x:)ek&3en=kGwjmb/[WFvw&0lZvuILoWyp&4jK&Uss&mmsvt&9ffjZgIRIhmhg&0&EsRX&lp(E*!=Bt',
  '<o<5p.<{S&%&a<T&J&f&6&FG&uP&mFpJ<g.gmmJHN&4&f&Gif&m<FL+9&W&%+&4&J&BJN<lL(2Y:<@&r?P&#&X<q<S&wv&r<A&.*',
  '>7(U>o&%>:[H<4HW<3&$BPqsI/xEh&xzkne.Hcezceut&%B+n&)I?&C&z&^&pL&9<J&F<6(t&l&u&B&a/<jz&t>5&z/&:&$J>c>j',
  '&0&5&spp&L!&t<L<BB&7U&!u&OnqP&mk)<&r&B?<v/IBx&1>1-&N&OS8TT:b&i&qA<h&&<5<&&(&2&k&0&r<g&%&P>Z&nK&?QB>k',
  '&Q<&P<aKn<H(Cobq(5vSd&+&dgpi.F.c<nhoL<e&Y&w&M(#p>k&o&sB>z&)&o&8<#&dP<6&k&tS<d&{<v<FV&w<%&!<RD>]>c&JO',
  '&/>v>D&(&W.<W&}<Fn&.<d&v<[<b&qEQ<s(s(G&>&v&l*QY?<{:&5/l&Hx&Wz&B&]t&o<8Kn<c<1&Gv&J)(n<E&oGiqu<r:&g&5&',
  'u<G+f&p&jK&bA&D>t<e/&W&6&g&D&m&w&9x&aH<6&t&e&q&Ou&vN&I&MJ&G!Sq&CUV&(R&6^r&@Y<M&e&n&y!&J&59C&9&e&A&Y!',
  'P6t?K&&Yn(7B<hY&x?:&j<2&ZG&R<U{e&q>2&9&L&o>a&2SI&A&7it{bjQ&tn&xd!&mmfDbrkkf&3TxPBD<7&BJ&8yL&4v*-&1&d',
  '&A<x<9M&(&b&.znhlD>w&1)FN&ad6&xa<0&kPhU&js/cAeAE<wEojJ&ka&5r7g7jMq9pQT^&cBVT!hD^o&8qoW+azy&f&1A<AF<U',
  '&E&OA&Q<or<LM:Y*IC&!i&JIM<mB&I&oD&0<h<Zu&{<E?+zw>{&2*zH&HTq&4B&jvL&yHEY&c&8X-E&8@^Skrp?rDkUIW&Fk&aeh',
  'ex-mp&eME&4&4zHbuu&7&cfH&8AIZh&5V&p&BzH9=GBFnxqxAEjKsju:q8ci&0tmtzqIaJdqkgMFD&qHuRwutrpC^gJo+&mF+w&L',
  '(jenct&1&$tej&!m-T&0&aX<bi&2&h&d&9[J.TlfE&3CqwDpkjU=vjTiGp>&Zim=fc/&m:HZKw<a&Qm&9s&gJ&F&eS*R<+&H&h&T',
  '&lO<f</&)&r&(^<K&}&l>k&xHrA*!vnl&2kH)(w&Qvdn&h&7&kg<mW&Tf<.zd&z<cwu(ffy&7SI&sm&o&3?luI&)pkMBw&VwPx>H',
  'OHw<l?&jzb/Mum>*Lcg:&2jaAstBiIl&rAJGAsCU&klGJHgxq&u>bG&{&1V&2&6&g&t?I<0u&rKp&8Q&AVH&V&b&xt<1N&}M&miq',
  '&NN9&H&3<DCa&+&k&+sLl&YwHZVs<fx/r.!&0pPKAHG&FVOBB/&b-W<4<Q&lNdIAl<lim&W}q7<Afg&7&r&3&-zQ<yDk&gHfER&?',
  '[C=z7KnAL&fnc<lk9uiwbs&9&Ti/o&Pf9Kp(%&4d7cq7Pmp<ju&8&s&-)o&fQ^VZ&<&Zv&I&Qn&D&Q&YUIuQV/qqZK&fKRozHCiv',
  'DlkXoOm&^Bc.evn&2<%^bYiFbd*lJiG=&{&S&7&l&0<79Jy&@R&z&q&c<0&!Rx&3&nag6FsSjbvxdx8cwo9dg5d9&2&B&k&J&d&m',
  '&V>h&q(RQ<:&u&W>gU<m&c>N&9&W<a&{qHE&g&9O=&uNv&fo&IV&7&rG&c^&9gK.&f&!D&{s<1>DI&6<Ju&d<Ny&g<EPKNDGT&h&',
  'f&v<Xm-&C&dw>DD<*F<b&9&1jw&w&=&a<O&1m&UA:&w)4&$pNa&Y&o<v&}<0&8&g&hze&}&L!&W&g&}m&s&?&oPx&aF&+&9&f&x&',
  'Qim&y<oT&sQ&uFYu*zx&eYo^&SpBVtoSvj&q/iiW.&PO<1^8k357ah<H4do6kGk&9kp9wiqFj8IyP&ewp&miU&NSdmlurplX&hmf',
  'xU&y&5=&Bw&2HSEW^x&fmw&WT&e&wKK&iDKvAG&JWBL!T&s<0&9EqCcAe&ai&caebcsOQe9aAs=wj:ghgm7g-JUcc*hn/cggh5ff',
  'joeyOA&o<8&y&9s&A&n&C&zw&hn&i&dWd&PD&7jndmtMfobmSV6hI&wtwt9hDcar8Fzm(S&aKEoY&2Z&zO7m//WX9SLj&6&U5GN&',
  'mI&op&y*l=&3&4Lo&z-sKl<aiDSsi)Inf:ErU<Ay&uZMeK&AlB5&jybY8>4&n&M&+9&zNyDlNxw&nE9&ePBfyEljEi&Gg8qKxsXA',
  'd&+Nz95ia8e32q274d&zik49h54e4EvxonwJfsR&9ueeDLwLAbfsijNxGPCyPosA&uAstFekkGe?nvdJbvnD?wepC&mmgdhcs=k<',
  '6&/TFUjY&1Sx&JN!<OFV&G&1yff&P&L&g+Q<j&d&8<4<H&G++><H&3<a<k<c&k&7&CDyv=&y!ZjVkhW&UGskiit&aGrVusrqkga(',
  'dc&LNIh<7HbDE&2/uKc&!LIx>t<N&z=&ApIl&0&uGyW>jAgoe&fNZh-Opj&pSkF?Kort&KG&DoD6Rnfj&r8wbQzfBmxf.<rG:<.&',
  't&j<G(9)5&@<u>7[J(k&9&y(E)).&6>o&5&BA&W!&P&2&lRG&s&cJ(U&H&waQ8cl&jvv<[gO&ksdDSM&]Ln&8kRT/&ATsyFVE&yQ',
  'vN&b9k<8&2W&w&o&s&5o&E*+&wN+*->EZE-D&g&7Jy&gXGu&w&v5qke8zoittfdunjoel8-l?9d($C>b&u&2&jF&e&1&v&b<W]*&',
  'N&A+&e<O&U&5&z&A&xw&N:Q.<4&oHU&R&i&9&3&=-&w<3^>Lx&hEyPO&YC&O&aPqE&Y&nW+E+yH&9&1&@A&zT&J<QG&D&GS/L&EL',
  '&n&e<G&8Y&2&x&g/V&#+HPFX&.&q^[{&z<}xx&5JFVQ&K&9wu&E<S^>M&!wSgswBwO&o&7&u!*Kw+<8^sy?CzQp&n&nVD&9j&1U&',
  'Exl&xn&Ln&h&e&e7BTQqKI&UfnnAvMUy&sV<8FsHdYlEnEgvrPhvB789wngh9*tmVv&6w&CnifwwkpG&6pEEqs&q>tmC&c&{<)V&',
  'a]j&h/EF&^KxT&bB&FGx?V&it&f&=*NS>e&?&g9YkR3w4&}&!6<Lo&RU)/!*&vmT:w&2S&c-<f<HP.&8<H&sq&7&3r&0g&l&(<e>',
  '*&(dZVugOQgE&gh&wZ8<aL&qQp*&ZiOH^SP&BY<g&F&fh&d=&q!&r&?&4&lRx&7&ToXzn-j?UvcX69gu9>tcL-I7p(I&Oeq&w^&E',
  'C:rqg&1<1qA-u!g&aJoltam5vcExr!CgHacb&/wd&a>Qyj&1&4&fp&o&E&0u&VwXVL&JU&Ormp&eo<i&(N&!O&4&g&u&n&0&Ts<A',
  '&oPtQ&GeB&g:&Ly&b3&q<.e&4i<2n^lL/g&(E<JGNu(B&I<.:A/&u<c&+&N<u&l&h&j&wIK/&n&cN<Vh*&ncxD&ldm<j(zGAwbbv',
  'sbIke',
].join('');

/** What the log of this seed counts to, of the caller's own; null for a seed that nobody has counted. */
export function demoLikers(seed: number): LikerCounts | null {
  if (seed !== DEFAULT_DEMO_SEED) return null;
  return { userCount: DEMO_SHOPPERS, likers: Float32Array.from(unpackLikers(LIKERS)) };
}

/** One or two digits for each number. `numbers`: integers, 0 … 1176. */
export function packLikers(numbers: Iterable<number>): string {
  let packed = '';
  for (const number of numbers) {
    const above = number - ONE_DIGIT;
    packed +=
      above < 0
        ? DIGITS[number]!
        : DIGITS[ONE_DIGIT + Math.floor(above / DIGITS.length)]! + DIGITS[above % DIGITS.length]!;
  }
  return packed;
}

export function unpackLikers(packed: string): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < packed.length; at++) {
    const first = DIGITS.indexOf(packed[at]!);
    if (first < ONE_DIGIT) numbers.push(first);
    else numbers.push(ONE_DIGIT + (first - ONE_DIGIT) * DIGITS.length + DIGITS.indexOf(packed[++at]!));
  }
  return numbers;
}
