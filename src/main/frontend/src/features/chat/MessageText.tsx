import { Suspense, useState } from 'react';
import { inert } from './inert';
import { markdown } from './markdownLoading';
import { hasMarkup, isOverBudget } from './markup';
import { mentionParts } from './mentions';

const none: string[] = [];

/** What a message says; Markdown is loaded when the first one needs it, and shown as typed until then. */
export function MessageText({ body, mentions = none }: { body: string; mentions?: string[] }) {
  const [Markdown] = useState(markdown);
  const text = inert(body);
  if (!hasMarkup(text) || isOverBudget(text)) return <PlainText text={text} mentions={mentions} />;
  return (
    <Suspense fallback={<PlainText text={text} mentions={mentions} />}>
      <div className="md" dir="auto">
        <Markdown text={text} mentions={mentions} />
      </div>
    </Suspense>
  );
}

function PlainText({ text, mentions }: { text: string; mentions: string[] }) {
  return (
    <div className="md plain-text" dir="auto">
      {mentionParts(text, mentions).map((part, index) =>
        part.mention ? (
          <span key={index} className="mention">
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </div>
  );
}
