import { ProposalSettings } from '@parvis/shared/activities/proposals/settings.ts';
import type { PaperTexts } from '../../core/activities/index.ts';
import { InvalidInput, type FieldError } from '../../platform/http/index.ts';
import { htmlOfPlain } from '../../platform/text/index.ts';
import { cleanProposal, furtherFaults, type ProposalText } from './proposal-text.ts';
import type { ProposalsService } from './proposals.service.ts';

/** Proposals on paper: the same settings judge them, and where moderators read first they wait like any other. */
export function paperProposals(service: ProposalsService): PaperTexts {
  return {
    action: 'propose',
    faults(settings, { text, ...typed }) {
      const bodyHtml = text === undefined ? {} : { bodyHtml: htmlOfPlain(text) };
      return ofSheet(furtherFaults({ body: { ...typed, ...bodyHtml }, facts: { settings } }));
    },
    async deposit(tx, { title, text, categoryId, address, point, ...sheet }) {
      const settings = ProposalSettings.parse(sheet.activity.settings);
      const cleaned = clean({ title, bodyHtml: htmlOfPlain(text), categoryId, areaId: null, address, point, pictures: [] }, settings);
      return service.deposit(tx, {
        ...sheet,
        text: cleaned,
        channel: 'paper',
        publication: settings.moderation === 'before' ? 'pending' : 'published',
      });
    },
  };
}

function clean(typed: Parameters<typeof cleanProposal>[0], settings: ProposalSettings): ProposalText {
  try {
    return cleanProposal(typed, settings);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(ofSheet(error.fields));
  }
}

/** The desk's form has plain text: a fault of the body is one of `#/text`. */
function ofSheet(faults: readonly FieldError[]): readonly FieldError[] {
  return faults.map((one) => (one.pointer === '#/bodyHtml' ? { ...one, pointer: '#/text' } : one));
}
