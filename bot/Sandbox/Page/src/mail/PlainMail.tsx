const address = /(https?:\/\/\S+)/;

/** A plain mail as a mail client shows it: as it stands, its addresses to be followed. */
export function PlainMail({ text }: { text: string }) {
  return (
    <p class="typed">
      {text.split(address).map((part, n) => (n % 2 === 1 ? <a key={n} href={part} target="_blank" rel="noopener noreferrer">{part}</a> : part))}
    </p>
  );
}
