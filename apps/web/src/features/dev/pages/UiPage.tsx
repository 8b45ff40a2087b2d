import type { Site } from '@parvis/shared/contracts/site.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Problem } from '../../../platform/problem.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { ChartSamples } from '../samples/ChartSamples.tsx';
import { DeskSamples } from '../samples/DeskSamples.tsx';
import { FormSamples } from '../samples/FormSamples.tsx';
import { ListSamples } from '../samples/ListSamples.tsx';
import { MapSamples } from '../samples/MapSamples.tsx';
import { PartSamples } from '../samples/PartSamples.tsx';
import { TextSamples } from '../samples/TextSamples.tsx';
import { TokenSamples } from '../samples/TokenSamples.tsx';
import fr from '../samples/messages/fr.json';

const t = messagesOf(fr);

/** Every piece of `ui/` in each of its states: looked at by people, by axe, at 320 px and at 200 % text. */
function UiPage() {
  return (
    <>
      <Wrap>
        <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
        <TokenSamples />
        <PartSamples />
        <ListSamples />
        <TextSamples />
        <FormSamples />
        <ChartSamples />
        <MapSamples />
      </Wrap>
      <Wrap width="desk">
        <DeskSamples />
      </Wrap>
    </>
  );
}

/** Only a demonstration shows the workshop. */
function load({ site }: { site: Site }): [] {
  if (!site.demo) throw new Problem({ status: 404, code: 'page-not-found', title: t('absent.title'), detail: t('absent.detail') });
  return [];
}

export default definePage({ load, head: () => ({ title: t('title'), unlisted: true }), Page: UiPage });
