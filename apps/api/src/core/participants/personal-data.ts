import type { Sql, Tx } from '../../platform/database/index.ts';

/** Whose data: the participant, and the account and address while there are some. */
export interface PersonKeys {
  readonly municipalityId: string;
  readonly participantId: string;
  readonly accountId: string | null;
  readonly email: string | null;
}

/** What a person chose who leaves. */
interface ErasureChoice {
  /** Also the texts that he or she wrote: title, body, every revision, attachments. Their places stay. */
  readonly texts: boolean;
}

/** One room's part in "my data": what it keeps about a person, and what it takes away when the person leaves. */
export interface PersonalDataSource {
  /** The part's key in the exported file: 'supports', 'flags'. */
  readonly name: string;
  /** Rows about the person, as plain JSON under words that a reader understands. Whole: the law gives a right to all of it. */
  read(db: Sql, person: PersonKeys): Promise<readonly object[]>;
  /** Takes away what tells who the person is, inside the erasing transaction. Absent: the room keeps nothing of the kind. */
  erase?(tx: Tx, person: PersonKeys, choice: ErasureChoice): Promise<void>;
}

const sources = new Map<string, PersonalDataSource>();

/** Adds a room's part; called once, beside the room's queries, like `refuseOn`. */
export function personalData(source: PersonalDataSource): void {
  sources.set(source.name, source);
}

/** Every room's part, in the order of names. */
export function personalDataSources(): readonly PersonalDataSource[] {
  return [...sources.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
