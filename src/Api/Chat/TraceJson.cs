using System.Buffers;
using System.Text;
using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Chat;

/// <summary>Traces and outside answers as they are stored: bounded, and without the values of what a person told about themselves.</summary>
internal static class TraceJson
{
    private const int MaxValue = 200;
    private const int MaxAnswer = 4_000;

    /// <summary>Names whose values are personal; the trace says that they were set, not to what.</summary>
    private static readonly HashSet<string> s_personal = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "email", "phone", "address", "first_name", "last_name", "company", "birthday",
    };

    public static string Write(IReadOnlyList<TraceStep> trace)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var step in trace)
            {
                Write(writer, step);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Write(IReadOnlyList<OutsideAnswer> answers)
    {
        if (answers.Count == 0)
        {
            return "[]";
        }

        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var answer in answers)
            {
                writer.WriteStartObject();
                writer.WriteString("port", answer.Port);
                writer.WriteString("node", answer.NodeId);
                writer.WriteString("answer", answer.Answer.Length > MaxAnswer ? answer.Answer[..MaxAnswer] : answer.Answer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, TraceStep step)
    {
        writer.WriteStartObject();
        writer.WriteString("node", step.Node.NodeId);
        writer.WriteString("type", step.Node.Type);
        if (step.PortName is { } port)
        {
            writer.WriteString("port", port);
        }

        writer.WriteNumber("us", step.DurationTicks / 10);
        if (!step.Sets.IsDefaultOrEmpty)
        {
            writer.WriteStartObject("set");
            foreach (var assignment in step.Sets)
            {
                writer.WriteString(assignment.Name, Show(assignment));
            }

            writer.WriteEndObject();
        }

        if (step.Fault is { } fault)
        {
            writer.WriteString("failure", fault.Code);
            writer.WriteString("cause", fault.Cause);
        }

        writer.WriteEndObject();
    }

    private static string Show(Assignment assignment)
    {
        if (s_personal.Contains(assignment.Name))
        {
            return "***";
        }

        return assignment.Value.Kind switch
        {
            ValueKind.List => $"[{assignment.Value.Items.Count}]",
            ValueKind.Object => "{}",
            _ => assignment.Value.ToString() is var text && text.Length > MaxValue ? text[..MaxValue] : assignment.Value.ToString(),
        };
    }
}
