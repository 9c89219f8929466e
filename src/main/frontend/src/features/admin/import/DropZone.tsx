import { IconFileTypeCsv } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';

interface Props {
  chosen: { name: string; note: string } | null;
  onFile: (file: File) => void;
}

/** Takes one file: chosen by hand, or dropped here. */
export function DropZone({ chosen, onFile }: Props) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <label
      className="drop-zone"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileTypeCsv size={32} aria-hidden />
      <span className="drop-name">{chosen?.name ?? 'Choose a CSV file, or drop it here'}</span>
      {chosen && <span className="row-sub">{chosen.note}</span>}
      <input
        type="file"
        accept=".csv,text/csv"
        aria-label="CSV file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
