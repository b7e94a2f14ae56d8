namespace FlowEngine.Integrations.Wire;

/// <summary>One event of a response body.</summary>
/// <param name="Name">Of the server-sent event; null where it has none.</param>
/// <param name="Data">UTF-8, or what the service takes for it.</param>
/// <param name="IsBody">It came as a plain body or a plain line, not as the data of a server-sent event.</param>
internal readonly record struct WireEvent(string? Name, ReadOnlyMemory<byte> Data, bool IsBody = false)
{
    /// <summary>A comment or an empty event: it says only that the service is alive.</summary>
    public bool IsEmpty => Data.IsEmpty;

    public bool StartsWith(char first)
    {
        var data = Data.Span.Trim(" \t\r\n"u8);
        return !data.IsEmpty && data[0] == first;
    }
}
