using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlowEngine.Integrations.Tests.Http;

/// <summary>A server on loopback that answers each request with the bytes the test gives, then closes the connection.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<ReceivedRequest, NetworkStream, CancellationToken, Task> _answer;
    private readonly Task _loop;

    private LocalServer(Func<ReceivedRequest, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = RunAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    public static LocalServer Start(Func<ReceivedRequest, string> answer) =>
        new(async (request, stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(answer(request)), token));

    public static LocalServer Start(Func<ReceivedRequest, NetworkStream, CancellationToken, Task> answer) => new(answer);

    public static string Reply(string body, string status = "200 OK", string type = "application/json", string more = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{more}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public static string Redirect(string location, string status = "302 Found") => Reply("", status, more: $"Location: {location}\r\n");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var open = new List<Task>();
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException || (fault is InvalidOperationException && _stop.IsCancellationRequested))
        {
            // The listener was stopped.
        }

        await Task.WhenAll(open);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await ReceivedRequest.ReadAsync(stream, _stop.Token) is { } request)
                {
                    Requests.Enqueue(request);
                    await _answer(request, stream, _stop.Token);
                }
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException)
            {
                // The client went away, or the test is over.
            }
        }
    }
}
