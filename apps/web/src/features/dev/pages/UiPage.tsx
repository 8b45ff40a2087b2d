import { definePage } from '../../../platform/page.ts';
import { Button } from '../../../ui/Button.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';

function UiPage() {
  return <Wrap><h1>Pièces</h1><Button>Soutenir</Button><Button look="quiet">Suivre</Button></Wrap>;
}

export default definePage({ head: () => ({ title: 'Pièces de l’interface', unlisted: true }), Page: UiPage });
