import { ProposalSettings } from '@parvis/shared/activities/proposals/settings.ts';
import type { PaperTexts } from '../../core/activities/index.ts';
import { InvalidInput } from '../../platform/http/index.ts';
import { htmlOfPlain } from '../../platform/text/index.ts';
import { cleanProposal, type ProposalText } from './proposal-text.ts';
import type { ProposalsService } from './proposals.service.ts';

/** Proposals on paper: the same settings judge them, and where moderators read first they wait like any other. */
export function paperProposals(service: ProposalsService): PaperTexts {
  return {
    action: 'propose',
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

/** The desk's form has plain text: a fault of the body is one of `#/text`. */
function clean(typed: Parameters<typeof cleanProposal>[0], settings: ProposalSettings): ProposalText {
  try {
    return cleanProposal(typed, settings);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.fields.map((one) => (one.pointer === '#/bodyHtml' ? { ...one, pointer: '#/text' } : one)));
  }
}
