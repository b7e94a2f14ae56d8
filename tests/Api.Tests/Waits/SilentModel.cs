using System.Net;
using System.Net.Sockets;

namespace FlowEngine.Api.Tests.Waits;

/// <summary>A model's service that takes connections and never answers.</summary>
internal sealed class SilentModel : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _clients = [];
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SilentModel()
    {
        _listener.Start();
        _ = TakeAsync();
    }

    public string Endpoint => $"http://{_listener.LocalEndpoint}/v1";

    /// <summary>Completes when somebody asked.</summary>
    public Task Asked => _asked.Task;

    public void Dispose()
    {
        _listener.Dispose();
        lock (_clients)
        {
            _clients.ForEach(client => client.Dispose());
        }
    }

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                lock (_clients)
                {
                    _clients.Add(client);
                }

                _asked.TrySetResult();
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
        }
    }
}
