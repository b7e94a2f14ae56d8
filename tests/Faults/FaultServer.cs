using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Faults;

/// <summary>
/// A service on loopback that misbehaves as the request asks: a body with <c>[NAME#ID]</c> gets the fault of that name, any other is
/// answered well. It speaks raw bytes over Kestrel's sockets, so that it can end in the middle of anything.
/// </summary>
public sealed class FaultServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConnectionContext> _open = new(StringComparer.Ordinal);

    private int _underWay;

    private FaultServer(WebApplication app) => _app = app;

    /// <summary>Scheme, host and port.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Connections whose other side has not closed them, idle ones included.</summary>
    public int OpenConnections => _open.Count;

    /// <summary>Requests that are being answered, those that hang too.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    public static async Task<FaultServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        FaultServer? server = null;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback, 0, listen => listen.Run(connection => server!.ServeAsync(connection))));
        server = new FaultServer(builder.Build());
        await server._app.StartAsync();
        server.Address = server._app.Urls.Single();
        return server;
    }

    public string AddressOf(Wire wire) => $"{Address}/{wire.Name}{(wire == Wire.OpenAi ? "/v1" : "")}";

    /// <summary>How often a request with this id came.</summary>
    public int CallsOf(string id) => _calls.GetValueOrDefault(id);

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _open.Values)
        {
            connection.Abort();
        }

        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(ConnectionContext connection)
    {
        _open[connection.ConnectionId] = connection;
        try
        {
            while (await FaultRequest.ReadAsync(connection.Transport.Input, connection.ConnectionClosed) is { } request)
            {
                var answer = new FaultAnswer(connection, request.Wire);
                await AnswerAsync(request, answer);
                if (answer.IsOver)
                {
                    return;
                }
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or ConnectionResetException or ConnectionAbortedException)
        {
            // The other side left.
        }
        finally
        {
            _open.TryRemove(connection.ConnectionId, out _);
        }
    }

    private async Task AnswerAsync(FaultRequest request, FaultAnswer answer)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            await Fault.Named(request.Fault).RunAsync(answer, Count(request.Id));
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private int Count(string id) => _calls.AddOrUpdate(id, 1, (_, before) => before + 1);
}
