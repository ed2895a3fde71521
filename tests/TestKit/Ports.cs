using System.Net;
using System.Net.Sockets;

namespace StrategyBot.Tests.TestKit;

/// <summary>Ports for processes that tests start, and start again on the same port.</summary>
internal static class Ports
{
    // Below those that a system gives to outgoing connections, or one of them might take a port while its process is down.
    private const int First = 20_000;
    private const int Count = 10_000;

    private static int next = Random.Shared.Next(Count);

    public static int Free()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref next) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: the next one.
            }
        }
    }
}
