/** Who decides, in short, and what is said of it after the first comma: « Le conseil municipal » and « sur rapport de Mme Arnoux ». */
export function deciderOf(decidedBy: string): { readonly who: string; readonly more: string } {
  const [who = '', ...rest] = decidedBy.split(', ');
  const more = rest.join(', ');
  return { who, more: more.charAt(0).toUpperCase() + more.slice(1) };
}
