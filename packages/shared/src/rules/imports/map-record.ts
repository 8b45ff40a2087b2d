import { codePoints, isBlank, readPlainText } from '../plain-text.ts';
import { htmlOfPlain, plainOf } from '../rich-text.ts';
import type { CommentMapping, FieldRef, ProposalMapping, RecordMapping, TallyMapping, TotalsMapping } from './mapping.ts';
import { columnOf, membersOf, readField, type SourceRecord } from './read-field.ts';
import { sourceDate } from './source-date.ts';

/** What is wrong with a value of a source; the sentences stand under `imports.faults.<code>`. Notices do not stop an import. */
export const importFaultCodes = [
  'unreadable',
  'wrong-number-of-cells',
  'unknown-column',
  'required',
  'too-long',
  'control-character',
  'not-well-formed',
  'not-a-moment',
  'not-a-number',
  'out-of-range',
  'not-a-count',
  'not-a-stance',
  'repeated-key',
  'subject-not-found',
  'parent-not-found',
  'parent-elsewhere',
  'parent-in-a-circle',
  'unknown-category',
] as const;
export type ImportFaultCode = (typeof importFaultCodes)[number];

/** Codes that are told and do not stop: what they concern is attached higher, or left out. */
export const importNotices: readonly ImportFaultCode[] = ['parent-not-found', 'unknown-category'];

/** One faulty value: its line in the source (1 is the header of CSV), its column, why, and the value's beginning. */
export interface ImportFault {
  readonly line: number;
  readonly column: string;
  readonly code: ImportFaultCode;
  readonly shown: string;
}

/** A row ready to be published; keys are the source's. */
export interface StagedRow {
  readonly kind: 'proposal' | 'comment' | 'totals';
  readonly line: number;
  readonly key: string;
  readonly subjectKey: string | null;
  readonly parentKey: string | null;
  readonly authorKey: string | null;
  readonly content: StagedContent;
}

export interface StagedContent {
  readonly title?: string;
  readonly html?: string;
  readonly text?: string;
  readonly at?: string | null;
  readonly category?: string | null;
  readonly lon?: number | null;
  readonly lat?: number | null;
  readonly address?: string;
  readonly stance?: string;
  readonly publication?: 'published' | 'withdrawn' | 'erased';
  readonly reason?: string;
  readonly tallies: readonly (readonly [label: string, count: number])[];
}

/** What the rules cannot do themselves: cleaning HTML, and the activity's categories by name and id, in lower case. */
export interface MappingTools {
  clean(html: string): { readonly html: string; readonly text: string };
  readonly categories: ReadonlyMap<string, string>;
}

export const importLimits = { title: 300, body: 60_000, key: 200, address: 300 } as const;

/** Every row that a source record makes, and everything that is wrong with it. A row with a fault is not made; notices leave it. */
export function mapRecord(
  record: SourceRecord,
  line: number,
  mappings: readonly RecordMapping[],
  tools: MappingTools,
): { rows: StagedRow[]; faults: ImportFault[] } {
  const rows: StagedRow[] = [];
  const faults: ImportFault[] = [];
  for (const mapping of mappings) {
    for (const member of membersOf(record, mapping.each)) {
      const reader = new RowReader(member, line);
      const row =
        mapping.kind === 'proposal'
          ? reader.proposal(mapping, tools)
          : mapping.kind === 'comment'
            ? reader.comment(mapping, tools)
            : reader.totals(mapping);
      faults.push(...reader.faults);
      if (reader.faults.every((fault) => importNotices.includes(fault.code))) rows.push(row);
    }
  }
  return { rows, faults };
}

/** Reads one row and collects its faults. */
class RowReader {
  readonly faults: ImportFault[] = [];
  private readonly record: SourceRecord;
  private readonly line: number;

  constructor(record: SourceRecord, line: number) {
    this.record = record;
    this.line = line;
  }

  proposal(m: ProposalMapping, tools: MappingTools): StagedRow {
    const lon = m.lon && m.lat ? this.degrees(m.lon, 180) : null;
    const lat = m.lon && m.lat ? this.degrees(m.lat, 90) : null;
    const isPut = m.withdrawn !== undefined && readField(this.record, m.withdrawn.column) === m.withdrawn.is;
    const body = this.body(m, tools);
    return this.row('proposal', m, {
      title: this.line1(m.title, importLimits.title, true),
      ...body,
      at: this.moment(m.at),
      category: this.category(m.category, tools),
      lon: lat === null ? null : lon,
      lat: lon === null ? null : lat,
      address: m.address ? this.line1(m.address, importLimits.address, false) : '',
      tallies: this.tallies(m.tallies),
      publication: body.text === '' && m.blankBody === 'place' ? 'erased' : isPut ? 'withdrawn' : 'published',
      reason: isPut ? m.withdrawn!.reason : '',
    });
  }

  comment(m: CommentMapping, tools: MappingTools): StagedRow {
    const { text } = this.body(m, tools);
    return this.row(
      'comment',
      m,
      {
        text,
        at: this.moment(m.at),
        stance: this.stance(m),
        tallies: this.tallies(m.tallies),
        publication: text === '' ? 'erased' : 'published',
      },
      this.line1(m.subject, importLimits.key, true),
      m.parent ? this.line1(m.parent, importLimits.key, false) : '',
    );
  }

  totals(m: TotalsMapping): StagedRow {
    const subjectKey = this.line1(m.subject, importLimits.key, true);
    return {
      kind: 'totals',
      line: this.line,
      key: subjectKey,
      subjectKey,
      parentKey: null,
      authorKey: null,
      content: { tallies: this.tallies(m.tallies) },
    };
  }

  private row(
    kind: 'proposal' | 'comment',
    m: ProposalMapping | CommentMapping,
    content: StagedContent,
    subject = '',
    parent = '',
  ): StagedRow {
    const author = m.author ? this.line1(m.author, importLimits.key, false) : '';
    return {
      kind,
      line: this.line,
      key: this.line1(m.key, importLimits.key, true),
      subjectKey: subject || null,
      parentKey: parent || null,
      authorKey: author || null,
      content,
    };
  }

  private fault(ref: FieldRef, code: ImportFaultCode, shown: string): void {
    this.faults.push({
      line: this.line,
      column: columnOf(ref),
      code,
      shown: [...shown.toWellFormed().replace(/[\p{Cc}\p{Cf}]+/gu, ' ')].slice(0, 80).join(''),
    });
  }

  /** A value of one line; breaks inside become spaces, since a source's titles may be wrapped. */
  private line1(ref: FieldRef, max: number, isRequired: boolean): string {
    const text = this.clean(ref, readField(this.record, ref)).replace(/\s+/g, ' ');
    if (text === '' && isRequired) this.fault(ref, 'required', '');
    if (codePoints(text) > max) this.fault(ref, 'too-long', text);
    return text;
  }

  private clean(ref: FieldRef, raw: string): string {
    const read = readPlainText(raw, 'many');
    if ('text' in read) return isBlank(read.text) ? '' : read.text;
    this.fault(ref, read.fault === 'not-well-formed' ? 'not-well-formed' : 'control-character', raw);
    return '';
  }

  private body(m: ProposalMapping | CommentMapping, tools: MappingTools): { html: string; text: string } {
    const parts = m.body.map((ref) => this.clean(ref, readField(this.record, ref))).filter((part) => part !== '');
    const joined = m.html ? tools.clean(parts.join('\n')) : { html: parts.map(htmlOfPlain).join(''), text: parts.join('\n\n') };
    const whole = isBlank(plainOf(joined.html)) ? { html: '', text: '' } : joined;
    const first = m.body[0] ?? m.key;
    if (whole.text === '' && m.blankBody !== 'place' && this.faults.length === 0) this.fault(first, 'required', '');
    if (codePoints(whole.text) > importLimits.body) this.fault(first, 'too-long', whole.text);
    return whole;
  }

  private moment(refs: readonly FieldRef[] | undefined): string | null {
    if (!refs) return null;
    const typed = refs
      .map((ref) => readField(this.record, ref).trim())
      .filter(Boolean)
      .join(' ');
    const moment = typed === '' ? null : sourceDate(typed);
    if (typed !== '' && moment === null) this.fault(refs[0]!, 'not-a-moment', typed);
    return moment;
  }

  private category(ref: FieldRef | undefined, tools: MappingTools): string | null {
    const typed = ref ? this.clean(ref, readField(this.record, ref)) : '';
    if (!ref || typed === '') return null;
    const id = tools.categories.get(typed.toLowerCase());
    if (id === undefined) this.fault(ref, 'unknown-category', typed);
    return id ?? null;
  }

  private degrees(ref: FieldRef, most: number): number | null {
    const typed = readField(this.record, ref).trim().replace(',', '.');
    if (typed === '') return null;
    const value = Number(typed);
    if (!Number.isFinite(value)) this.fault(ref, 'not-a-number', typed);
    else if (Math.abs(value) > most) this.fault(ref, 'out-of-range', typed);
    return value;
  }

  private stance({ stance }: CommentMapping): string {
    if (!stance) return 'neutral';
    const typed = readField(this.record, stance.column).trim();
    const found = typed === '' ? 'neutral' : Object.hasOwn(stance.values, typed) ? stance.values[typed] : undefined; // « constructor » is no stance
    if (found === undefined) this.fault(stance.column, 'not-a-stance', typed);
    return found ?? 'neutral';
  }

  private tallies(mappings: readonly TallyMapping[] = []): [string, number][] {
    return mappings.map(({ column, label }) => {
      const typed = readField(this.record, column).trim();
      const isCount = /^\d{0,9}$/.test(typed);
      if (!isCount) this.fault(column, 'not-a-count', typed);
      return [label, isCount ? Number(typed) : 0];
    });
  }
}
