using System.Buffers;
using System.Text;

namespace FlowEngine.Integrations.Wire;

/// <summary>
/// Takes events out of a response body, however the service frames them: server-sent events with any line ending, with or without blank
/// lines between them, JSON lines, or one JSON text. A JSON value ends its event, so nothing depends on what follows it.
/// </summary>
internal sealed class WireEventReader
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly ArrayBufferWriter<byte> _data = new();
    private readonly Queue<WireEvent> _events = [];
    private string? _name;
    private bool _isFirstLine = true;
    private bool _afterReturn;
    private bool _isBody;
    private int _depth;
    private bool _inText;
    private bool _isEscaped;

    public bool TryRead(out WireEvent wire) => _events.TryDequeue(out wire);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_afterReturn && bytes[0] == (byte)'\n')
            {
                bytes = bytes[1..];
                _afterReturn = false;
                continue;
            }

            _afterReturn = false;
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
            {
                _line.Write(bytes);
                return;
            }

            _line.Write(bytes[..end]);
            _afterReturn = bytes[end] == (byte)'\r';
            bytes = bytes[(end + 1)..];
            EndLine();
        }
    }

    /// <summary>The body is over. A JSON value that is not whole is dropped: its sender broke off.</summary>
    public void End()
    {
        if (_line.WrittenCount > 0)
        {
            EndLine();
        }

        if (_depth == 0)
        {
            Dispatch();
        }

        _data.ResetWrittenCount();
    }

    private void EndLine()
    {
        var line = _line.WrittenSpan;
        if (_isFirstLine)
        {
            _isFirstLine = false;
            if (line is [0xEF, 0xBB, 0xBF, ..])
            {
                line = line[3..];
            }
        }

        Read(line);
        _line.ResetWrittenCount();
    }

    private void Read(ReadOnlySpan<byte> line)
    {
        if (_isBody && _depth > 0)
        {
            Append(line);
            return;
        }

        var text = line.TrimStart(" \t"u8);
        if (text.IsEmpty)
        {
            Dispatch();
            _name = null;
        }
        else if (text[0] == (byte)':')
        {
            _events.Enqueue(default);
        }
        else if (_depth == 0 && text[0] is (byte)'{' or (byte)'[')
        {
            Dispatch();
            _isBody = true;
            Append(text);
        }
        else
        {
            ReadField(text);
        }
    }

    private void ReadField(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        var field = (colon < 0 ? line : line[..colon]).TrimEnd(" \t"u8);
        var value = colon < 0 ? [] : line[(colon + 1)..];
        if (value is [(byte)' ', ..])
        {
            value = value[1..];
        }

        if (Ascii.EqualsIgnoreCase(field, "data"u8))
        {
            if (_depth == 0)
            {
                Dispatch();
            }

            Append(value);
        }
        else if (Ascii.EqualsIgnoreCase(field, "event"u8))
        {
            _name = Encoding.UTF8.GetString(value).Trim();
        }
    }

    private void Append(ReadOnlySpan<byte> value)
    {
        if (_data.WrittenCount > 0)
        {
            _data.Write("\n"u8);
        }

        var from = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (EndsValue(value[i]))
            {
                _data.Write(value[from..(i + 1)]);
                from = i + 1;
                Dispatch();
            }
        }

        if (from == 0 || !value[from..].Trim(" \t,"u8).IsEmpty)
        {
            _data.Write(value[from..]);
        }
    }

    /// <summary>Follows the nesting of JSON; true at the bracket that closes the outermost one.</summary>
    private bool EndsValue(byte next)
    {
        if (_inText)
        {
            _inText = _isEscaped || next != (byte)'"';
            _isEscaped = !_isEscaped && next == (byte)'\\';
            return false;
        }

        switch (next)
        {
            case (byte)'"' when _depth > 0:
                _inText = true;
                return false;
            case (byte)'{' or (byte)'[':
                _depth++;
                return false;
            case (byte)'}' or (byte)']' when _depth > 0:
                return --_depth == 0;
            default:
                return false;
        }
    }

    private void Dispatch()
    {
        if (_data.WrittenCount > 0)
        {
            _events.Enqueue(new(_name, _data.WrittenSpan.ToArray(), _isBody));
            _data.ResetWrittenCount();
        }

        (_depth, _inText, _isEscaped, _isBody) = (0, false, false, false);
    }
}
