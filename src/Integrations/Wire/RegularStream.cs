namespace FlowEngine.Integrations.Wire;

/// <summary>A response body whose events are made regular while they are read.</summary>
internal sealed class RegularStream(Stream inner, AnswerTranslator translator) : Stream
{
    private readonly WireEventReader _events = new();
    private readonly byte[] _chunk = new byte[8192];
    private int _given;
    private bool _isOver;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (translator.Output.WrittenCount == _given && !_isOver)
        {
            var read = await inner.ReadAsync(_chunk, cancellationToken);
            Translate(_chunk.AsSpan(0, read));
        }

        return Give(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (translator.Output.WrittenCount == _given && !_isOver)
        {
            var read = inner.Read(_chunk);
            Translate(_chunk.AsSpan(0, read));
        }

        return Give(buffer.AsSpan(offset, count));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
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
