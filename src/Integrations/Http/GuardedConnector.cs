using System.Net;
using System.Net.Sockets;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Http;

/// <summary>
/// Opens connections. The name is looked up here, once, and the very address that is connected to is the one that was checked, so a name
/// that changes its address between two look-ups gains nothing.
/// </summary>
internal sealed class GuardedConnector(IHostResolver resolver, OutgoingHttpOptions options)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var found = IPAddress.TryParse(target.Host, out var literal)
            ? [literal]
            : await resolver.ResolveAsync(target.Host, cancellationToken);
        var allowed = found.Where(address => NetworkAddresses.IsAllowed(address, options.OpenNetworks)).ToList();
        if (allowed.Count == 0)
        {
            throw found.Count == 0
                ? new HttpRequestException(HttpRequestError.NameResolutionError, "the name has no address")
                : new AddressRefusedException();
        }

        return await ConnectAsync(allowed, target.Port, cancellationToken);
    }

    private static async ValueTask<Stream> ConnectAsync(List<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses[i], port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < addresses.Count)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
