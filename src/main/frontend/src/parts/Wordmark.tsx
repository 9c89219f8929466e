interface Props {
  name: string;
}

/** The application's sign and name. */
export function Wordmark({ name }: Props) {
  return (
    <div className="wordmark">
      <img src="/icon.svg" alt="" width={32} height={32} />
      {name}
    </div>
  );
}
