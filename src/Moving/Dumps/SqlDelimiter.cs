using System.Text;

namespace FlowEngine.Moving.Dumps;

/// <summary>What ends the statements of a dump, which a DELIMITER line of the client may change.</summary>
internal sealed class SqlDelimiter(DumpBytes bytes)
{
    private byte[] _delimiter = [(byte)';'];

    /// <summary>Statements are ended by <c>;</c>, as where no client said otherwise.</summary>
    public bool IsUsual => _delimiter is [(byte)';'];

    public bool IsNext => bytes.StartsWith(_delimiter);

    public bool Take()
    {
        if (!IsNext)
        {
            return false;
        }

        bytes.Skip(_delimiter.Length);
        return true;
    }

    /// <summary>Reads the rest of the line, which is the client's and not SQL: <c>DELIMITER ;;</c>.</summary>
    /// <returns>False where the line names no delimiter.</returns>
    public bool Change()
    {
        var line = new List<byte>();
        while (bytes.Peek() is >= 0 and not '\n')
        {
            line.Add((byte)bytes.Read());
        }

        var text = Encoding.UTF8.GetString([.. line]).Trim().Split(' ')[0];
        if (text.Length == 0)
        {
            return false;
        }

        _delimiter = Encoding.UTF8.GetBytes(text);
        return true;
    }
}
