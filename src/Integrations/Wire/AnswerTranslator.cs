using System.Buffers;
using System.Text.Json;

namespace FlowEngine.Integrations.Wire;

/// <summary>Makes a service's events regular, so that the strictest client reads them. One a response.</summary>
internal abstract class AnswerTranslator
{
    /// <summary>Regular events that nobody read yet.</summary>
    public ArrayBufferWriter<byte> Output { get; } = new(1024);

    /// <summary>The answer is whole: what follows is no part of it.</summary>
    public bool IsOver { get; protected set; }

    /// <exception cref="ReportedErrorException">The service says that it failed.</exception>
    /// <exception cref="FormatException">The event cannot be read.</exception>
    public void Read(in WireEvent wire)
    {
        if (wire.IsEmpty)
        {
            WriteLife();
            return;
        }

        if (!wire.StartsWith('{') && !wire.StartsWith('['))
        {
            ReadWord(wire);
            return;
        }

        using var json = WireJson.Parse(wire.Data);
        if (json is null)
        {
            ReadUnreadable(wire);
            return;
        }

        foreach (var root in ((JsonElement?)json.RootElement).Elements())
        {
            ReportedErrors.Check(root, wire.Name);
            Read(root, wire);
        }
    }

    /// <summary>The body is over.</summary>
    public abstract void End();

    protected abstract void Read(JsonElement root, in WireEvent wire);

    /// <summary>Writes an event without content, which tells the reader that the service is alive.</summary>
    protected abstract void WriteLife();

    protected virtual void ReadWord(in WireEvent wire)
    {
        if (wire.Name is "error")
        {
            throw new ReportedErrorException(500);
        }

        WriteLife();
    }

    private void ReadUnreadable(in WireEvent wire)
    {
        if (wire.StartsWith('{'))
        {
            throw new FormatException("an event is not JSON");
        }

        ReadWord(wire);
    }
}
