namespace FlowEngine.Moving.Dumps;

/// <summary>The bytes of a dump, one after the other. A part of them is in memory, never all.</summary>
internal sealed class DumpBytes(Stream stream)
{
    private const int End = -1;

    private readonly byte[] _buffer = new byte[1 << 16];
    private int _at;
    private int _filled;

    /// <summary>Of the next byte, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <returns>-1 at the end.</returns>
    public int Peek(int ahead = 0)
    {
        if (_at + ahead >= _filled && !Fill(ahead))
        {
            return End;
        }

        return _buffer[_at + ahead];
    }

    /// <returns>-1 at the end.</returns>
    public int Read()
    {
        var next = Peek();
        if (next != End)
        {
            _at++;
            Line += next == '\n' ? 1 : 0;
        }

        return next;
    }

    public void Skip(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Read();
        }
    }

    public bool StartsWith(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Peek(i) != text[i])
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>The bytes before the next one of <paramref name="ends"/>, as far as they are in memory; empty at the end, or where one of them is next.</summary>
    public ReadOnlySpan<byte> ReadUntilAny(ReadOnlySpan<byte> ends)
    {
        if (Peek() == End)
        {
            return [];
        }

        var there = _buffer.AsSpan(_at, _filled - _at);
        var end = there.IndexOfAny(ends);
        var read = end < 0 ? there : there[..end];
        _at += read.Length;
        Line += read.Count((byte)'\n');
        return read;
    }

    private bool Fill(int ahead)
    {
        if (_at > 0)
        {
            Array.Copy(_buffer, _at, _buffer, 0, _filled - _at);
            (_at, _filled) = (0, _filled - _at);
        }

        while (_filled <= ahead)
        {
            var read = ReadStream();
            if (read == 0)
            {
                return false;
            }

            _filled += read;
        }

        return true;
    }

    private int ReadStream()
    {
        try
        {
            return stream.Read(_buffer, _filled, _buffer.Length - _filled);
        }
        catch (Exception fault) when (DumpFault.IsUnreadable(fault))
        {
            throw DumpFault.Unreadable(fault, Line);
        }
    }
}
