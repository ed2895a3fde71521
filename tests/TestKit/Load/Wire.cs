using System.Net.Sockets;

namespace StrategyBot.Tests.TestKit.Load;

/// <summary>One kept-open connection to a server on this machine; one request at a time.</summary>
internal sealed class Wire(int port) : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 * 1024];

    public delegate T Read<out T>(HttpReply reply);

    public async Task<T> SendAsync<T>(ReadOnlyMemory<byte> request, Read<T> read, CancellationToken cancellationToken)
    {
        if (!socket.Connected)
        {
            await socket.ConnectAsync("127.0.0.1", port, cancellationToken);
        }

        await socket.SendAsync(request, cancellationToken);
        for (var length = 0; ;)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var more = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            if (more == 0)
            {
                throw new IOException("The server closed the connection before its answer was whole.");
            }

            length += more;
            if (HttpReply.TryRead(buffer.AsSpan(0, length), out var reply))
            {
                return read(reply);
            }
        }
    }

    public void Dispose() => socket.Dispose();
}
