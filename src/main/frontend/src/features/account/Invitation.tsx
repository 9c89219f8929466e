import { useLocation } from 'react-router';
import { publicCall } from '../../api/client';
import { cameFor, linkCodeOf } from '../../config/paths';
import { Inviter } from '../links/Inviter';
import { useLinkPreview } from '../links/useLinkPreview';
import { FormHint } from './Fields';

/** Who has invited somebody who came by a connection link and is not signed in yet. */
export function Invitation() {
  const code = linkCodeOf(cameFor(useLocation()).from);
  return code === null ? null : <Invited code={code} />;
}

function Invited({ code }: { code: string }) {
  const { preview, refusal } = useLinkPreview(code, publicCall);
  if (refusal) return <FormHint message={`The link you came by does not work. ${refusal}`} />;
  return preview ? (
    <div className="invitation">
      <Inviter preview={preview} order={2} />
    </div>
  ) : null;
}
