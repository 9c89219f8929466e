import { ActionIcon } from '@mantine/core';
import { IconMoodSmile, IconPaperclip, IconSend2 } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { Conversation, Message } from '../../api/chat';
import { useConfig } from '../../app/config';
import { useChat } from '../../live/chatContext';
import { useParley } from '../../live/context';
import { emptyWindow, messageById } from '../../live/messageWindow';
import { OnDemand } from '../../parts/OnDemand';
import { showsSomething } from '../../parts/displayText';
import { ClosedComposer } from './ClosedComposer';
import { ComposerSubject } from './ComposerSubject';
import { MentionList } from './MentionList';
import { attachmentLimit } from './attached';
import { focusComposer } from './composerFocus';
import { placeholder } from './placeholder';
import { UploadList } from './UploadList';
import { useCompletion } from './useCompletion';
import type { DraftHandle } from './useDraft';
import { useDrop } from './useDrop';
import type { EditHandle } from './useEdit';
import { useUploads } from './useUploads';
import { later } from '../../parts/later';

const EmojiPopover = later(() => import('./EmojiPopover'));

interface Props {
  conversation: Conversation;
  me: string;
  draft: DraftHandle;
  edit: EditHandle;
  lastOwn: () => Message | undefined;
}

const LONGEST = 8_000;
const MOST_FILES = 10;
const COUNTED_FROM = 500;
const HIGHEST_PX = 200;

/** Where one writes; or why one cannot. */
export function Composer(props: Props) {
  const { conversation, me } = props;
  if (!conversation.can_send) return <ClosedComposer conversation={conversation} me={me} />;
  return <OpenComposer key={props.edit.edit?.message.id ?? ''} {...props} />;
}

function OpenComposer({ conversation, me, draft: handle, edit, lastOwn }: Props) {
  const chat = useChat();
  const { limits } = useConfig();
  const { draft, change, clear } = handle;
  const { edit: editing, begun, busy } = edit;
  const edited = editing?.message;
  const [picking, setPicking] = useState(false);
  /** Sent as soon as nothing that is attached has failed any more. */
  const [impatient, setImpatient] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const largest = attachmentLimit(limits);
  const most = limits.attachments_per_message ?? MOST_FILES;
  const uploads = useUploads(conversation.id, { largest, most });

  const text = editing ? editing.body : draft.body;
  const length = [...text].length;
  const longest = limits.message_length ?? LONGEST;
  const tooLong = length > longest;
  const written = !tooLong && (showsSomething(text) || (!editing && uploads.list.length > 0));
  const held = !editing && uploads.failed;
  const ready = written && !held;
  const window = useParley().chat.windows[conversation.id] ?? emptyWindow;
  const answered = !editing && draft.reply_to ? messageById(window, draft.reply_to) : undefined;

  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(HIGHEST_PX, area.scrollHeight)}px`;
  }, [text]);
  useLayoutEffect(() => {
    if (!edited || !begun || !field.current) return;
    field.current.focus();
    const end = field.current.value.length;
    field.current.setSelectionRange(end, end);
  }, [edited, begun]);

  const write = (next: string) => {
    setImpatient(false);
    if (editing) edit.write(next);
    else change({ body: next });
    if (next) chat.signals.type(conversation.id);
  };
  const put = (next: string, at: number) => {
    write(next);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  };
  const completion = useCompletion(conversation, me, text, put);
  const { people, marked } = completion;
  const attach = (chosen: File[]) => {
    setImpatient(false);
    uploads.add(chosen);
  };
  const mayAttach = largest !== null && !editing;
  const dropping = useDrop(box, mayAttach ? attach : null);
  const insert = (piece: string) => {
    const at = field.current?.selectionStart ?? text.length;
    const end = field.current?.selectionEnd ?? at;
    completion.moved(at + piece.length);
    put(text.slice(0, at) + piece + text.slice(end), at + piece.length);
  };
  const send = () => {
    if (!ready || busy) {
      setImpatient(written && !busy);
      return;
    }
    setImpatient(false);
    if (editing) {
      edit.save(editing);
      return;
    }
    chat.send(conversation.id, text.trim(), draft.reply_to);
    chat.signals.typed(conversation.id);
    clear();
    field.current?.focus();
  };

  const sendNow = useRef(send);
  useEffect(() => {
    sendNow.current = send;
  });
  useEffect(() => {
    if (!impatient || !ready) return;
    const timer = setTimeout(() => sendNow.current());
    return () => clearTimeout(timer);
  }, [impatient, ready]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (completion.take(event.key)) {
      event.preventDefault();
      return;
    }
    const touch = matchMedia('(pointer: coarse)').matches;
    if (event.key === 'Enter' && !event.shiftKey && !touch) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && (editing || draft.reply_to)) {
      event.stopPropagation();
      cancel();
    } else if (event.key === 'ArrowUp' && text === '' && !editing) {
      const last = lastOwn();
      if (!last) return;
      event.preventDefault();
      edit.begin(last);
    }
  };
  const cancel = () => {
    if (editing) {
      edit.cancel();
      focusComposer();
    } else change({ reply_to: null });
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0 || !mayAttach) return;
    event.preventDefault();
    attach(pasted);
  };

  return (
    <div className="composer" ref={box}>
      {dropping && <div className="drop-here">Drop files here to attach them</div>}
      {(editing || draft.reply_to) && (
        <ComposerSubject
          conversation={conversation}
          me={me}
          editing={editing !== null}
          answered={answered}
          onCancel={cancel}
        />
      )}
      {!editing && <UploadList uploads={uploads.list} onRemove={uploads.remove} onRetry={uploads.retry} />}
      {impatient && held && (
        <div className="composer-note" role="alert">
          Not everything could be attached. Try again, or remove it, and your message is sent.
        </div>
      )}
      {people.length > 0 && <MentionList people={people} marked={marked} onChoose={completion.complete} />}
      <div className="composer-line">
        {mayAttach && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              c="inherit"
              size={42}
              radius="xl"
              aria-label="Attach files"
              title="Attach files"
              onClick={() => files.current?.click()}
            >
              <IconPaperclip size={21} />
            </ActionIcon>
            <input
              ref={files}
              type="file"
              multiple
              hidden
              aria-label="Files to attach"
              onChange={(event) => {
                attach([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
          </>
        )}
        <div className="composer-field">
          <textarea
            ref={field}
            id="composer"
            rows={1}
            value={text}
            placeholder={placeholder(conversation, me)}
            aria-label={placeholder(conversation, me)}
            aria-autocomplete="list"
            aria-controls={people.length > 0 ? 'mention-list' : undefined}
            aria-activedescendant={people.length > 0 ? `mention-${marked}` : undefined}
            dir="auto"
            onChange={(event) => {
              completion.typed(event.currentTarget.selectionStart);
              write(event.currentTarget.value);
            }}
            onSelect={(event) => completion.moved(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            c="inherit"
            size={40}
            radius="xl"
            aria-label="Emoji"
            aria-expanded={picking}
            onClick={() => setPicking(!picking)}
          >
            <IconMoodSmile size={22} />
          </ActionIcon>
          <OnDemand at={picking ? 'emoji' : ''} onFailure={() => setPicking(false)}>
            {picking && (
              <EmojiPopover
                onPick={(emoji) => {
                  setPicking(false);
                  insert(emoji);
                }}
                onClose={() => setPicking(false)}
              />
            )}
          </OnDemand>
        </div>
        <ActionIcon
          variant="filled"
          size={42}
          radius="xl"
          aria-label={editing ? 'Save the edit' : 'Send'}
          title={editing ? 'Save the edit' : 'Send'}
          aria-disabled={!ready || undefined}
          data-idle={!ready || undefined}
          loading={busy}
          onClick={send}
        >
          <IconSend2 size={20} />
        </ActionIcon>
      </div>
      {length > longest - COUNTED_FROM && (
        <div className="composer-count" data-over={tooLong || undefined} role={tooLong ? 'alert' : undefined}>
          {length.toLocaleString()} of {longest.toLocaleString()} characters
          {tooLong && '. Shorten it, or send it in parts.'}
        </div>
      )}
    </div>
  );
}
