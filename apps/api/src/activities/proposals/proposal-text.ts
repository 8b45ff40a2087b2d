import type { saveDraft } from '@parvis/shared/activities/proposals/contract-writing.ts';
import { ProposalSettings } from '@parvis/shared/activities/proposals/settings.ts';
import type { ParsedRequestOf } from '@parvis/shared/contracts/route.ts';
import { codePoints } from '@parvis/shared/rules/plain-text.ts';
import type { FieldError } from '../../platform/http/index.ts';
import { InvalidInput } from '../../platform/http/index.ts';
import { cleanRichText } from '../../platform/text/index.ts';

/** What people type, as the contract hands it over. */
type TypedProposal = Readonly<ParsedRequestOf<typeof saveDraft>>;

/** A proposal's words, cleaned and checked, as they are kept. */
export interface ProposalText extends Omit<TypedProposal, 'bodyHtml'> {
  readonly html: string;
  readonly text: string;
}

/** Cleans without asking for anything: what a draft holds so far. */
export function cleanDraft({ bodyHtml, ...typed }: TypedProposal): ProposalText {
  return { ...typed, ...cleanBody(bodyHtml) };
}

/** Cleans, and checks what the activity's settings ask. @throws InvalidInput naming every wrong field */
export function cleanProposal({ bodyHtml, ...typed }: TypedProposal, settings: ProposalSettings): ProposalText {
  const body = cleanBody(bodyHtml);
  const errors = settingsFaults({ ...typed, text: body.text }, settings);
  if (errors.length > 0) throw new InvalidInput(errors);
  return { ...typed, ...body };
}

interface ToJudge {
  readonly body: Partial<TypedProposal>;
  readonly facts: { readonly settings: unknown };
}

/** What the settings say against the readable fields of a text that the contract refuses, so that one answer tells all that is wrong. */
export function furtherFaults({ body, facts }: ToJudge): readonly FieldError[] {
  const { bodyHtml, ...typed } = body;
  const settings = ProposalSettings.parse(facts.settings);
  try {
    return settingsFaults(bodyHtml === undefined ? typed : { ...typed, text: cleanBody(bodyHtml).text }, settings);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return [...error.fields, ...settingsFaults(typed, settings)];
  }
}

type Judged = Partial<Omit<TypedProposal, 'bodyHtml'>> & { readonly text?: string };

/** Everything that the settings ask, of the fields that are there: what is missing could not be read. */
function settingsFaults({ text, categoryId, point, address, areaId, pictures }: Judged, settings: ProposalSettings): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (pointer: string, code: string, limit?: number): void => {
    errors.push(limit === undefined ? { pointer, code } : { pointer, code, values: { limit, count: limit } });
  };
  if (text === '') wrong('#/bodyHtml', 'required');
  else if (text !== undefined && codePoints(text) > settings.maxLength) wrong('#/bodyHtml', 'too-long', settings.maxLength);
  if (settings.categories.length > 0 && categoryId === null) wrong('#/categoryId', 'required');
  else if (categoryId && !settings.categories.some((one) => one.id === categoryId)) wrong('#/categoryId', 'not-one-of');
  if (settings.place === 'required' && point === null && address === '') wrong('#/address', 'required');
  if (settings.place === 'none' && (point || address)) wrong('#/address', 'not-valid');
  if (settings.place === 'none' && areaId) wrong('#/areaId', 'not-valid');
  if (pictures && pictures.length > settings.pictures) wrong('#/pictures', 'too-many', settings.pictures);
  else if (pictures && new Set(pictures.map((one) => one.fileId)).size < pictures.length) wrong('#/pictures', 'repeated');
  return errors;
}

/** The body through the allow list, its faults named after the field. */
function cleanBody(bodyHtml: string): { html: string; text: string } {
  try {
    return cleanRichText(bodyHtml);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.fields.map((one) => ({ ...one, pointer: '#/bodyHtml' })));
  }
}
