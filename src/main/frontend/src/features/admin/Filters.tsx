import { Children, type ReactNode } from 'react';

interface Props {
  /** What is narrowed down. */
  label: string;
  children: ReactNode;
}

/** The fields that narrow a list down, side by side. */
export function Filters({ label, children }: Props) {
  return (
    <div className="filters" role="search" aria-label={label}>
      {Children.map(children, (field) => (
        <div>{field}</div>
      ))}
    </div>
  );
}
