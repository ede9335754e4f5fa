export interface FileNameProps {
  readonly name: string;
  readonly className?: string;
}

/** Characters that tell the frames of a roll apart, with the extension. */
const END = 12;
/** A name that fits anywhere. */
const SHORT = 20;

/** The name of a file on one line. Where it does not fit its middle is left out: frames of a roll differ at their ends. */
export function FileName({ name, className = '' }: FileNameProps) {
  const characters = Array.from(name);
  const isShort = characters.length <= SHORT;
  const end = characters.length - END;
  return (
    <div className={`ff-file-name ${className}`} title={name}>
      <div className="ff-file-name-start ff-ellipsis">
        {isShort ? name : keepSpaces(characters.slice(0, end).join(''))}
      </div>
      {!isShort && <div className="ff-file-name-end">{keepSpaces(characters.slice(end).join(''))}</div>}
    </div>
  );
}

/** At the edge of an element a space would not be shown. */
const keepSpaces = (text: string): string => text.replaceAll(' ', '\u00a0');
