using System.Buffers.Text;

namespace StrategyBot.Tests.TestKit.Load;

/// <summary>As much of HTTP/1.1 as it takes to know where an answer ends: a whole client would cost the machine that is measured
/// more than the answer does.</summary>
internal readonly ref struct HttpReply
{
    private HttpReply(int status, ReadOnlySpan<byte> body, int length)
    {
        Status = status;
        Body = body;
        Length = length;
    }

    public int Status { get; }

    /// <summary>As it came: in chunks, where it came in chunks.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>How many bytes it took, its head too.</summary>
    public int Length { get; }

    /// <returns><c>false</c> while it isn't whole.</returns>
    /// <exception cref="InvalidDataException">It can't be read as an answer.</exception>
    public static bool TryRead(ReadOnlySpan<byte> received, out HttpReply reply)
    {
        reply = default;
        var head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        if (!received.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(received[9..12], out int status, out _))
        {
            throw new InvalidDataException("This is no answer of HTTP/1.1.");
        }

        var fields = received[..(head + 2)];
        var body = received[(head + 4)..];
        var length = Field(fields, "\r\nContent-Length: "u8) is var told && Utf8Parser.TryParse(told, out int exact, out _) ? exact
            : Field(fields, "\r\nTransfer-Encoding: "u8).StartsWith("chunked"u8) ? Chunked(body)
            : 0;
        if (length < 0 || body.Length < length)
        {
            return false;
        }

        reply = new(status, body[..length], head + 4 + length);
        return true;
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> fields, ReadOnlySpan<byte> name)
    {
        var at = fields.IndexOf(name);
        return at < 0 ? default : fields[(at + name.Length)..];
    }

    /// <returns>Through its last chunk; less than zero while that isn't there.</returns>
    private static int Chunked(ReadOnlySpan<byte> body)
    {
        for (var at = 0; ;)
        {
            var line = body[at..].IndexOf("\r\n"u8);
            if (line < 0)
            {
                return -1;
            }

            if (!Utf8Parser.TryParse(body[at..(at + line)], out int size, out _, 'X'))
            {
                throw new InvalidDataException("This is no chunk.");
            }

            at += line + 2 + size + 2;
            if (at > body.Length)
            {
                return -1;
            }

            if (size == 0)
            {
                return at;
            }
        }
    }
}
