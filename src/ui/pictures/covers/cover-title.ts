/** "Matrix, The (1999)" as it stands on a cover. */
export function titleOf(title: string): string {
  const bare = title.replace(/\s*\(\d{4}\)\s*$/, '');
  const moved = /^(.*), (The|A|An|Les|Le|La|L'|Il|El|Das|Der|Die)(?=$| \()/.exec(bare);
  if (!moved) return bare;
  const [whole, rest, article] = moved;
  const joint = article === "L'" ? '' : ' ';
  return `${article}${joint}${rest}${bare.slice(whole.length)}`;
}
