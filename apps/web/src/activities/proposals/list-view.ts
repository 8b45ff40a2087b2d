import { proposalSorts, type ProposalSort } from '@parvis/shared/activities/proposals/contract.ts';
import { statuses, type Status } from '@parvis/shared/rules/words.ts';

/** What the list's address says: French words, the same in every language, so that a search can be shared. */
export interface ListView {
  readonly words: string;
  readonly category: string;
  readonly area: string;
  readonly status: Status | '';
  readonly answered: 'yes' | 'no' | '';
  readonly sort: ProposalSort | '';
  readonly isMap: boolean;
  /** A token of the page before, for readers without script. */
  readonly cursor: string;
}

/** Names of the fields, in the address and in the form. */
export const params = {
  words: 'q',
  category: 'theme',
  area: 'lieu',
  status: 'statut',
  answered: 'reponse',
  sort: 'ordre',
  view: 'vue',
  cursor: 'suite',
} as const;

const sortWords: Readonly<Record<ProposalSort, string>> = {
  random: 'hasard',
  supported: 'soutiens',
  recent: 'recentes',
  discussed: 'debattues',
  relevance: 'pertinence',
};

/** The word of an order in addresses. */
export function sortWord(sort: ProposalSort): string {
  return sortWords[sort];
}

/** Reads an address; what it does not know is left out. */
export function listViewOf(query: URLSearchParams): ListView {
  const slug = (name: string): string => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(query.get(name) ?? '') ? query.get(name)! : '');
  const answered = query.get(params.answered);
  return {
    words: (query.get(params.words) ?? '').trim().slice(0, 120),
    category: slug(params.category),
    area: slug(params.area),
    status: statuses.find((one) => one === query.get(params.status)) ?? '',
    answered: answered === 'oui' ? 'yes' : answered === 'non' ? 'no' : '',
    sort: proposalSorts.find((one) => sortWords[one] === query.get(params.sort)) ?? '',
    isMap: query.get(params.view) === 'carte',
    cursor: query.get(params.cursor) ?? '',
  };
}

/** The address of a view, as a query string with its `?`, or ''. */
export function searchOf(view: Partial<ListView>): string {
  const search = new URLSearchParams();
  const put = (name: string, value: string | undefined): void => {
    if (value) search.set(name, value);
  };
  put(params.words, view.words);
  put(params.category, view.category);
  put(params.area, view.area);
  put(params.status, view.status);
  put(params.answered, view.answered && { yes: 'oui', no: 'non' }[view.answered]);
  put(params.sort, view.sort && sortWords[view.sort]);
  put(params.view, view.isMap ? 'carte' : '');
  put(params.cursor, view.cursor);
  return search.size > 0 ? `?${search}` : '';
}

/** Whether something narrows the list. */
export function isNarrowed({ words, category, area, status, answered }: ListView): boolean {
  return [words, category, area, status, answered].some((one) => one !== '');
}

/** What the API is asked for. */
export function filterOf({ words, category, area, status, answered }: ListView) {
  return {
    ...(words && { q: words }),
    ...(category && { category }),
    ...(area && { area }),
    ...(status && { status }),
    ...(answered && { answered }),
  };
}
