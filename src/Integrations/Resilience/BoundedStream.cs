using FlowEngine.Conversations;
using FlowEngine.Integrations.Http;

namespace FlowEngine.Integrations.Resilience;

/// <summary>
/// A response body that fails by name instead of being read past its bounds: in all, and in one line, which whoever reads events
/// keeps whole.
/// </summary>
internal sealed class BoundedStream(Stream inner, int bound, int lineBound) : ReadOnlyStream(inner)
{
    private long _read;
    private long _line;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await Inner.ReadAsync(buffer, cancellationToken);
        return Counted(buffer.Span[..read]);
    }

    public override int Read(Span<byte> buffer) => Counted(buffer[..Inner.Read(buffer)]);

    private int Counted(ReadOnlySpan<byte> read)
    {
        _read += read.Length;
        var end = read.LastIndexOf((byte)'\n');
        _line = end < 0 ? _line + read.Length : read.Length - end - 1;
        return _read > bound ? throw TooLarge($"the response is larger than {bound} bytes")
            : _line > lineBound ? throw TooLarge($"a line of the response is larger than {lineBound} bytes")
            : read.Length;
    }

    private static ModelCallException TooLarge(string cause) => new(FailureCodes.ModelFailed, cause);
}
