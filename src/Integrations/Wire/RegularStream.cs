using FlowEngine.Integrations.Http;

namespace FlowEngine.Integrations.Wire;

/// <summary>A response body whose events are made regular while they are read.</summary>
internal sealed class RegularStream(Stream inner, AnswerTranslator translator) : ReadOnlyStream(inner)
{
    private readonly WireEventReader _events = new();
    private readonly byte[] _chunk = new byte[8192];
    private int _given;
    private bool _isOver;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (translator.Output.WrittenCount == _given && !_isOver)
        {
            var read = await Inner.ReadAsync(_chunk, cancellationToken);
            Translate(_chunk.AsSpan(0, read));
        }

        return Give(buffer.Span);
    }

    public override int Read(Span<byte> buffer)
    {
        while (translator.Output.WrittenCount == _given && !_isOver)
        {
            var read = Inner.Read(_chunk);
            Translate(_chunk.AsSpan(0, read));
        }

        return Give(buffer);
    }

    private void Translate(ReadOnlySpan<byte> read)
    {
        if (read.IsEmpty)
        {
            _events.End();
        }
        else
        {
            _events.Add(read);
        }

        while (!translator.IsOver && _events.TryRead(out var wire))
        {
            translator.Read(wire);
        }

        if (read.IsEmpty && !translator.IsOver)
        {
            translator.End();
        }

        _isOver = read.IsEmpty || translator.IsOver;
    }

    private int Give(Span<byte> buffer)
    {
        var output = translator.Output;
        var given = Math.Min(buffer.Length, output.WrittenCount - _given);
        output.WrittenSpan.Slice(_given, given).CopyTo(buffer);
        _given += given;
        if (_given == output.WrittenCount)
        {
            output.ResetWrittenCount();
            _given = 0;
        }

        return given;
    }
}
