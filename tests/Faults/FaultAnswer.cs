using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace FlowEngine.Faults;

/// <summary>One answer, written byte by byte: nothing makes it whole or even HTTP.</summary>
public sealed class FaultAnswer(ConnectionContext connection, Wire wire)
{
    public Wire Wire => wire;

    /// <summary>The connection takes no further request.</summary>
    public bool IsOver { get; private set; }

    /// <summary>A head whose body comes in chunks.</summary>
    public Task HeadAsync(string? mediaType = null) =>
        RawAsync($"HTTP/1.1 200 OK\r\nContent-Type: {mediaType ?? wire.MediaType}\r\nTransfer-Encoding: chunked\r\n\r\n");

    public Task ChunkAsync(string text) =>
        RawAsync(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n"));

    public Task EndAsync() => RawAsync("0\r\n\r\n");

    /// <summary>A whole answer in chunks, as it should be.</summary>
    public async Task WholeAsync(string body)
    {
        await HeadAsync();
        if (body.Length > 0)
        {
            await ChunkAsync(body);
        }

        await EndAsync();
    }

    public Task StatusAsync(string status, string body, string mediaType = "application/json", string headers = "") =>
        RawAsync($"HTTP/1.1 {status}\r\nContent-Type: {mediaType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}");

    public async Task RawAsync(string bytes) =>
        await connection.Transport.Output.WriteAsync(Encoding.UTF8.GetBytes(bytes), connection.ConnectionClosed);

    /// <summary>Until the other side leaves.</summary>
    public Task HangAsync() => PauseAsync(Timeout.InfiniteTimeSpan);

    public Task PauseAsync(TimeSpan time) => Task.Delay(time, connection.ConnectionClosed);

    /// <summary>What was written goes out, and no more comes.</summary>
    public void Close() => IsOver = true;

    public void Reset()
    {
        IsOver = true;
        connection.Abort();
    }
}
